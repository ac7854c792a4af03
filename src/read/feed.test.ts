import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes, readerFor } from './reader.ts';
import type { ReadResult } from './result.ts';

async function read(data: string | Uint8Array, from = 'auto'): Promise<ReadResult[]> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const results: ReadResult[] = [];
  for await (const result of readBytes(bytes, { from, input: { id: null, uri: 'feed', record: null } })) results.push(result);
  return results;
}

const wanted = {
  text: 'He said “no”.',
  title: 'A & B',
  url: 'https://e.org/1',
  published: '2019-01-04T10:00:00Z',
  outlet: 'The Paper',
  byline: ['Jane Doe'],
  origin: null,
  input: { id: 'g1', uri: 'feed', record: 0 },
};

describe('feeds', () => {
  it.each([
    [
      'RSS',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Paper</title><item><title>A &amp; B</title><link>https://e.org/1</link><guid>g1</guid><dc:creator>By Jane Doe</dc:creator><pubDate>Fri, 04 Jan 2019 10:00:00 GMT</pubDate><description>short</description><content:encoded><![CDATA[<p>He said &ldquo;no&rdquo;.</p>]]></content:encoded></item></channel></rss>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title><link href="https://e.org/1" rel="alternate"/><id>g1</id><author><name>Jane Doe</name></author><published>2019-01-04T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>He <b>said</b> &#8220;no&#8221;.</p></div></content></entry></feed>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Paper',
        items: [
          {
            id: 'g1',
            url: 'https://e.org/1',
            title: 'A & B',
            content_html: '<p>He said “no”.</p>',
            date_published: '2019-01-04T10:00:00Z',
            authors: [{ name: 'Jane Doe' }],
          },
        ],
      }),
    ],
  ])('%s', async (_, source) => {
    const results = await read(source);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ document: wanted });
  });
  it('tells of an item without text and of what is no feed', async () => {
    const [first, second] = await read(
      '<rss version="2.0"><channel><title>T</title><item><guid>a</guid></item><item><description>He said no.</description></item></channel></rss>',
    );
    expect(first).toMatchObject({ error: { code: 'READOUT_INPUT_EMPTY' }, input: { id: 'a', record: 0 } });
    expect(second).toMatchObject({ document: { text: 'He said no.' } });
    expect(await read('hello', 'feed')).toMatchObject([{ error: { code: 'READOUT_FORMAT_UNSUPPORTED' } }]);
  });
});

const samples = join(import.meta.dirname, '../../../shared/data/feeds/gofeed');
describe.skipIf(!existsSync(samples))('the samples of gofeed', () => {
  const files = existsSync(samples) ? readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.xml')) : [];
  it('are known for feeds and never end in a fault of ours', async () => {
    let known = 0;
    for (const file of files) {
      const bytes = readFileSync(join(samples, file));
      if (readerFor('auto', bytes, null).name === 'feed') known++;
      for (const result of await read(bytes, 'feed')) expect('error' in result ? result.error.code : '').not.toBe('READOUT_INTERNAL');
    }
    expect(known / files.length).toBeGreaterThan(0.95);
  }, 60_000);
});
