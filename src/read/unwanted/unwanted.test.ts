import { describe, expect, it } from 'vitest';
import { readHtml } from '../html.ts';

const prose = 'The president said on Monday that he would not attend the talks, and that his deputy would travel in his place.';
const around = (middle: string): string =>
  `<html><body><article><h1>Talks fail</h1>${`<p>${prose}</p>`.repeat(3)}${middle}${`<p>${prose} Again.</p>`.repeat(3)}</article></body></html>`;
const read = (middle: string): string =>
  readHtml(around(middle), { id: null, uri: null, record: null }).text.replaceAll(`${prose} Again.`, '').replaceAll(prose, '').trim();

describe('what is left out', () => {
  it.each([
    '<figure><img src=a><figcaption>The president arrives on Monday. Photo: Agency</figcaption></figure>',
    '<p>READ MORE: <a href=/a>What the deputy wants from the talks</a></p>',
    '<p>Sign up to our daily newsletter, and never miss a story from us again.</p>',
    '<p>Advertisement</p>',
    '<p>Story continues below</p>',
    '<p>Published: 15:56 BST, 27 April 2024</p>',
    '<p>2 days ago</p>',
    '<p>By Jane Doe and John Roe</p>',
    '<div class="related-stories"><p>Another story that is long enough to be read as prose, told elsewhere.</p></div>',
    '<div class="author-bio"><p>Jane Doe writes on diplomacy and has been doing so for twenty years now.</p></div>',
  ])('%s', (markup) => expect(read(markup)).toBe(''));
});

describe('what stays', () => {
  it.each([
    [
      '<p>Read more slowly, he told the translator, who had lost her place.</p>',
      'Read more slowly, he told the translator, who had lost her place.',
    ],
    ['<p>Subscribers were told on Monday that the service would end.</p>', 'Subscribers were told on Monday that the service would end.'],
    ['<p>By Monday the talks had failed.</p>', 'By Monday the talks had failed.'],
    ['<p>Watch what they do, not what they say, he said.</p>', 'Watch what they do, not what they say, he said.'],
    ['<h2>Related risks</h2>', 'Related risks'],
    ['<blockquote><p>“We will not go there.”</p></blockquote>', '“We will not go there.”'],
    ['<ul><li>First, the money.</li><li>Then, the men.</li></ul>', 'First, the money.\n\nThen, the men.'],
    [
      '<p>Published in March, the report names three ministers of the old government.</p>',
      'Published in March, the report names three ministers of the old government.',
    ],
  ])('%s', (markup, text) => expect(read(markup)).toBe(text));
});
