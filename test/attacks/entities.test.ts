import { describe, expect, test } from 'vitest';
import { feedsIn } from '../../src/ingest/opml.ts';
import { readBytes } from '../../src/read/reader.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Ten entities, each ten of the one before: the last would be ten thousand million laughs. */
const laughs = `<!DOCTYPE rss [<!ENTITY l0 "laugh">${Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`;
/** One long entity, many times. */
const long = `<!DOCTYPE rss [<!ENTITY a "${'laugh'.repeat(20_000)}">]>`;
const outside = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:1/x.dtd"> %b;]>';

const rss = (head: string, inside: string): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Gazette</title><item><guid>1</guid><title>Talks</title><description>He said ${inside} on Monday.</description></item></channel></rss>`;
const atom = (head: string, inside: string): string =>
  `<?xml version="1.0"?>${head.replace('DOCTYPE rss', 'DOCTYPE feed')}<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>1</id><title>Talks</title><content type="html">He said ${inside} on Monday.</content></entry></feed>`;

async function textsOf(source: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const result of readBytes(bytes(source), { from: 'feed', input: { id: null, uri: 'feed.xml', record: null } })) {
    if ('document' in result) texts.push(result.document.text);
    else expect(result.error.code).toMatch(/^READOUT_(?!INTERNAL)/u);
  }
  return texts;
}

describe.each([
  ['RSS', rss],
  ['Atom', atom],
])('entities in %s', (_, feed) => {
  test.each([
    ['a thousand million laughs', laughs, '&l10;'],
    ['one long entity, many times', long, '&a;'.repeat(20_000)],
    ['one that names itself', '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', '&a;'],
  ])('%s: refused, or left as they are; never grown', async (__, head, inside) => {
    const source = feed(head, inside);
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    for (const text of await textsOf(source)) expect(text.length).toBeLessThan(source.length);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500e6);
  });

  test('a file or address outside is not asked', async () => {
    for (const text of await textsOf(feed(outside, '&a;'))) expect(text).not.toContain('root:');
  });
});

test('a page declares no entities: what it says of them is text', async () => {
  const source = `${laughs.replace('DOCTYPE rss', 'DOCTYPE html')}<html><body><article><p>The minister said &l10; and &a; on Monday to reporters in Paris.</p></article></body></html>`;
  for await (const result of readBytes(bytes(source), { from: 'html', input: { id: null, uri: 'a.html', record: null } })) {
    if ('document' in result) expect(result.document.text.length).toBeLessThan(source.length);
    else expect(result.error.code).not.toBe('READOUT_INTERNAL');
  }
});

test.each([laughs, long, outside])('a list of feeds that declares anything is refused', async (head) => {
  const source = `<?xml version="1.0"?>${head}<opml version="2.0"><body><outline xmlUrl="https://a.example/&l10;"/></body></opml>`;
  await expect(feedsIn(bytes(source), 'the list')).rejects.toMatchObject({ code: 'READOUT_FORMAT_UNSUPPORTED' });
});
