import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readLinkedData } from '../../src/read/jsonld.ts';
import { readBytes } from '../../src/read/reader.ts';
import { type Asked, served } from '../serve/served.ts';

/** JSON that would put `polluted` on every object, were it merged carelessly. */
const evil = [
  '{"__proto__":{"polluted":1},"text":"He said so."}',
  '{"constructor":{"prototype":{"polluted":1}},"text":"He said so."}',
  '{"text":"He said so.","title":{"__proto__":{"polluted":1}}}',
  '{"id":"__proto__","text":"He said so.","outlet":"constructor","url":"__proto__"}',
];
const feeds = [
  '{"version":"https://jsonfeed.org/version/1.1","title":"a","__proto__":{"polluted":1},"items":[{"id":"__proto__","__proto__":{"content_text":"polluted"},"content_text":"He said so."}]}',
  '<rss version="2.0" xmlns:__proto__="http://a/"><channel><title>a</title><__proto__><polluted>1</polluted></__proto__><item><guid>1</guid><constructor><prototype><polluted>1</polluted></prototype></constructor><__proto__:polluted>1</__proto__:polluted><description>He said so.</description></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><entry><id>1</id><__proto__ polluted="1"/><content __proto__="x" polluted="1">He said so.</content></entry></feed>',
];
const page = (json: string): string =>
  `<html><head><meta name="__proto__" content="polluted"><meta property="constructor" content="polluted"><script type="application/ld+json">${json}</script></head><body><article id="__proto__" class="constructor"><p __proto__="polluted" constructor=1>The minister said so to reporters in Paris on Monday, and again on Tuesday.</p></article></body></html>`;

/** Nothing has been put where every object would have it. */
function clean(): void {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((() => undefined) as unknown as Record<string, unknown>).not.toHaveProperty('polluted');
  expect(Object.keys(Object.prototype)).toEqual([]);
}
afterEach(clean);

async function titlesOf(source: string, from: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const result of readBytes(new TextEncoder().encode(source), { from, input: { id: null, uri: null, record: null } })) {
    if ('error' in result) expect(result.error.code).not.toBe('READOUT_INTERNAL');
    else all.push(result.document.title, result.document.outlet, ...result.document.byline);
  }
  return all;
}

describe('prototype pollution', () => {
  test.each(evil)('a JSON line: %s', async (line) => void (await titlesOf(line, 'jsonl')));
  test.each(feeds)('a feed: %s', async (feed) => void (await titlesOf(feed, 'feed')));
  test.each([
    ...evil,
    '{"@graph":[{"@id":"__proto__","@type":"NewsArticle","headline":"polluted"},{"@type":"Article","author":{"@id":"__proto__"}}]}',
  ])('linked data of a page: %s', async (json) => {
    expect(await titlesOf(page(json), 'html')).not.toContain('1');
    readLinkedData([json]);
  });

  describe('by a request', () => {
    let asked: Asked;
    beforeAll(async () => {
      asked = await served();
    });
    afterAll(() => asked.close());
    test.each(['/api/read', '/api/ingest', '/api/corrections'])('to %s', async (path) => {
      for (const body of evil) {
        const answer = await asked.send('POST', path, JSON.parse(body));
        expect(answer.status).toBeLessThan(500);
        await answer.arrayBuffer();
        clean();
      }
    });
    test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
      '%s as a name and a key is no record and no filter',
      async (name) => {
        for (const path of [
          `/api/records/${name}`,
          `/api/documents/${name}`,
          `/api/jobs/${name}`,
          `/api/search?${name}=1`,
          `/api/search?type=${name}`,
          `/api/export?to=${name}`,
        ]) {
          const answer = await asked.get(path);
          expect(answer.status, path).toBeLessThan(500);
          await answer.arrayBuffer();
        }
      },
    );
  });
});
