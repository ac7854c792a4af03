import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';

const input = { id: null, uri: null, record: null };
const read = (source: string) => readHtml(source, input);
const code = (source: string): string | null => {
  try {
    read(source);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
const prose =
  'The president said on Monday that he would not attend the talks, and that his deputy would travel in his place, as he had done the year before.';
const paragraphs = Array.from({ length: 8 }, (_, i) => `<p>${prose} ${i}.</p>`).join('\n');
const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Talks fail | The Paper</title>${head}</head><body>${body}</body></html>`;
const article = page(
  `<link rel="canonical" href="https://paper.example/world/talks-fail"><meta property="og:site_name" content="The Paper">
   <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Person","@id":"#jane","name":"Jane Doe"},
   {"@type":"NewsArticle","headline":"Talks fail","author":[{"@id":"#jane"},{"name":"By John Roe, Foreign Editor"}],"datePublished":"2023-09-13T08:00:00+03:00",}]}</script>`,
  `<nav><a href=/>Home</a><a href=/world>World</a></nav><article><h1>Talks fail</h1><p class=byline>By Jane Doe</p>
   <figure><img src=a.jpg><figcaption>The president on Monday. Photo: Agency</figcaption></figure>${paragraphs}
   <p>READ MORE: <a href=/x>What the deputy wants</a></p><h2>What next</h2>${paragraphs}<ul><li>One thing.</li><li>And another.</li></ul>
   <div class="newsletter-signup"><p>Sign up to our daily newsletter for the best of the world's news, every morning.</p></div></article>
   <section id=comments><p>${prose}</p></section><footer>© The Paper</footer>`,
);

describe('readHtml', () => {
  it('takes the article and what the page says of it', () => {
    const document = read(article);
    expect(document).toMatchObject({
      title: 'Talks fail',
      byline: ['Jane Doe', 'John Roe'],
      published: '2023-09-13T08:00:00+03:00',
      outlet: 'The Paper',
      url: 'https://paper.example/world/talks-fail',
      language: 'en',
      skipped: [],
    });
    expect(document.text).toBe(
      [
        ...Array.from({ length: 8 }, (_, i) => `${prose} ${i}.`),
        'What next',
        ...Array.from({ length: 8 }, (_, i) => `${prose} ${i}.`),
        'One thing.',
        'And another.',
      ].join('\n\n'),
    );
  });
  it('lets the caller win', () => {
    expect(readHtml(article, input, { title: 'T', published: '2020-01-01', url: 'https://e.org/', outlet: 'E' })).toMatchObject({
      title: 'T',
      published: '2020-01-01',
      url: 'https://e.org/',
      outlet: 'E',
    });
  });
  it('finds date and writers in the markup where nothing else says them', () => {
    const body = `<article><h1>Talks fail</h1><div class="meta">By <a rel="author" href="/jane">Jane Doe</a> <time datetime="2023-09-13">today</time></div>${paragraphs}</article>`;
    expect(read(page('', body))).toMatchObject({ title: 'Talks fail', byline: ['Jane Doe'], published: '2023-09-13' });
  });
  it('reads a fragment whole, folds white space, keeps breaks', () => {
    expect(read('<p>He  said\n &ldquo;no&rdquo;.<br>Then&nbsp;he\u00ad left.</p><p>So<b>me</b> did.').text).toBe(
      'He said “no”.\nThen he left.\n\nSome did.',
    );
  });
  it('sees a page that is none', () => {
    expect(code('')).toBe('READOUT_INPUT_EMPTY');
    expect(code(page('', '<script>app()</script><div id=app></div>'))).toBe('READOUT_HTML_NO_ARTICLE');
    expect(code(page('', `<ul>${'<li><a href=/a>An article on the talks</a></li>'.repeat(40)}</ul>`))).toBe('READOUT_HTML_NO_ARTICLE');
  });
  it('stands tags without end', () => {
    expect(code('<div>'.repeat(100_000))).toBe('READOUT_HTML_TOO_DEEP');
    expect(code(`${'<b>'.repeat(100_000)}x`)).toBe('READOUT_HTML_TOO_DEEP');
    expect(code(Array.from({ length: 20_000 }, (_, i) => `<p><font color=${i}>x`).join(''))).toBe('READOUT_HTML_TOO_DEEP');
    expect(read(`${'<div>'.repeat(1000)}${prose}`).text).toBe(prose);
    expect(code('<p>'.padEnd(20_000_000, 'a '))).toBe('READOUT_INPUT_TOO_LARGE');
  });
  it('is quick with marks, entities and brackets without end', () => {
    const start = performance.now();
    for (const unit of ['"', '“', '&amp;', '&a', '<', '>', ' ', '7']) code(`<p>He said ${unit.repeat(200_000)}</p>`);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
