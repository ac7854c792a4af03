import { ReadoutError } from '../../src/error.ts';
import { gunzipped } from '../../src/ingest/gzip.ts';
import { type Limits, Meter } from '../../src/ingest/limits.ts';
import { feedsIn } from '../../src/ingest/opml.ts';
import { zipEntries } from '../../src/ingest/zip.ts';
import { decode } from '../../src/read/charset.ts';
import { readBytes } from '../../src/read/reader.ts';
import { ZipReader } from '../../src/zip/reader.ts';
import { checkResult } from './documents.ts';
import { archives, feeds, gzips, lines, pages, texts, zips } from './seeds.ts';

/** A reader of bytes that nobody vouches for. */
export interface Target {
  readonly name: string;
  /** Reads, and throws where something does not hold. */
  read(bytes: Uint8Array): Promise<void>;
  /** What its inputs are made of. */
  readonly words: readonly string[];
  /** Where it begins. */
  readonly seeds: readonly Uint8Array[];
}

/** Small, so that a bomb of a few kilobytes is met. */
const limits: Limits = { bytes: 64 * 1024 * 1024, ratio: 200, entries: 1000, depth: 2 };

/** Runs what may refuse its input, but only with a code that says why. */
async function refusing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    if (error.code === 'READOUT_INTERNAL') throw error;
  }
}

const reading =
  (from: string) =>
  async (bytes: Uint8Array): Promise<void> => {
    // A page's places are told in its decoded source; of feeds and archives only the item's own source would do.
    let source: string | null = null;
    await refusing(async () => {
      if (from === 'html') source = decode(bytes).text;
    });
    for await (const result of readBytes(bytes, { from, input: { id: 'fuzz', uri: null, record: null } })) checkResult(result, source);
  };

/** zlib and yauzl say themselves what is wrong with their input; ingest tells it as a problem of the file. */
const saysWhy = (error: Error): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('Z_') ||
  (error.constructor === Error && /node_modules\/yauzl\//u.test(error.stack ?? ''));
async function damaged(work: () => Promise<void>): Promise<void> {
  await refusing(async () => {
    try {
      await work();
    } catch (error) {
      if (error instanceof Error && saysWhy(error)) return;
      throw error;
    }
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const fileOf = (bytes: Uint8Array) => ({
  stat: async () => ({ size: bytes.length }),
  read: async (buffer: Uint8Array, offset: number, length: number, position: number) => {
    const part = bytes.subarray(position, position + length);
    buffer.set(part, offset);
    return { bytesRead: part.length };
  },
});

const markup = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<!doctype html>',
  '<![CDATA[',
  ']]>',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<article>',
  '<table>',
  '<tr>',
  '<td>',
  '<svg>',
  '<math>',
  '<mi>',
  '<annotation-xml encoding="text/html">',
  '<foreignObject>',
  '<template>',
  '<select>',
  '<plaintext>',
  '<script>',
  '</script>',
  '<style>',
  '<title>',
  '<noscript>',
  '<form>',
  '<a href="javascript:1">',
  '<base href="//x">',
  '<meta charset="',
  '<meta name="author" content="',
  '<time datetime="',
  '<frameset>',
  '<body ',
  '<html ',
  ' id="',
  " class='",
  '&amp;',
  '&#x110000;',
  '&#0;',
  '&#128;',
  '&#xd800;',
  '&nbsp',
  '&notit;',
  '&',
  '\0',
  '\r',
  '\u00a0',
  '<script type="application/ld+json">',
  '{"@graph":[',
  '"author":',
  '"datePublished":',
];
const xml = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE rss [',
  '<!ENTITY a "',
  '&a;',
  '<rss>',
  '<channel>',
  '<item>',
  '</item>',
  '<feed>',
  '<entry>',
  '<content type="xhtml">',
  '<rdf:RDF>',
  '<guid>',
  '<pubDate>',
  '<link href="',
  'xmlns="',
  'xmlns:__proto__="',
  '<__proto__>',
  '<constructor>',
  '<![CDATA[',
  ']]>',
];
const json = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\u',
  '\\ud800',
  '\\"',
  'null',
  'true',
  '1e999',
  '-0',
  '"text":',
  '"html":',
  '"id":',
  '"__proto__":',
  '"constructor":',
  '"toString":',
  '\n',
  '\r\n',
  '\ufeff',
  '{"text":"',
];
const http = [
  'WARC/1.0',
  '\r\n',
  '\r\n\r\n',
  'Content-Length: ',
  'WARC-Type: response',
  'HTTP/1.1 200 OK',
  'Content-Encoding: gzip',
  'Content-Encoding: br',
  'Transfer-Encoding: chunked',
  '0\r\n\r\n',
  'ffffffffffffffff\r\n',
  '-1',
  'charset=',
  '\x1f\x8b',
];
const packed = [
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  'PK\x06\x06',
  'PK\x06\x07',
  '\xff\xff\xff\xff',
  '\x00\x00',
  '../',
  '/etc/',
  'C:\\',
  '\x08\x00',
  '\x01\x00',
  'up\x00',
  '\x1f\x8b\x08\x00',
];
const marks = [
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xfe\xff',
  '\x1b$B',
  '\x1b(J',
  '\x81\x30\x81\x30',
  '\xf0\x9f\x98\x80',
  '\xed\xa0\x80',
  '\xc0\x80',
  '\x93',
  '\x94',
  '<meta charset=',
  'utf-16',
  'utf-7',
  'gb18030',
  'big5',
  'euc-jp',
  'hz-gb-2312',
  'x-user-defined',
  'replacement',
  'By ',
  '(Reuters) - ',
  '2020-01-15',
  '\n\n',
  '%PDF-',
  '\x00',
];

export const targets: readonly Target[] = [
  { name: 'html', words: markup, seeds: pages, read: reading('html') },
  { name: 'jsonl', words: json, seeds: lines, read: reading('jsonl') },
  { name: 'feed', words: [...xml, ...markup.slice(0, 12), ...json.slice(0, 8)], seeds: feeds, read: reading('feed') },
  { name: 'warc', words: [...http, ...markup.slice(0, 8)], seeds: archives, read: reading('warc') },
  {
    name: 'auto',
    words: [...marks, ...xml.slice(0, 6), ...json.slice(0, 8), ...http.slice(0, 6), ...packed.slice(0, 4)],
    seeds: [...texts, ...feeds, ...lines],
    read: reading('auto'),
  },
  {
    name: 'charset',
    words: [...marks, ...markup.slice(0, 4)],
    seeds: texts,
    read: (bytes) =>
      refusing(async () => {
        for (const contentType of [null, 'text/html; charset=gb18030', 'text/html; charset=iso-2022-jp', 'text/html; charset=utf-16']) {
          const { text, encoding } = decode(bytes, { contentType });
          if (!text.isWellFormed()) throw new Error(`${encoding} gave half of a character`);
          if (/^[a-z0-9_:-]+$/u.exec(encoding) === null) throw new Error(`an encoding ${JSON.stringify(encoding)}`);
        }
      }),
  },
  {
    name: 'opml',
    words: [...xml, '<opml>', '<body>', '<outline xmlUrl="', '"/>', '</outline>', 'https://'],
    seeds: [
      new TextEncoder().encode(
        '<opml version="2.0"><body><outline text="a"><outline type="rss" xmlUrl="https://a.example/f"/></outline></body></opml>',
      ),
    ],
    read: (bytes) =>
      refusing(async () => {
        for (const address of await feedsIn(bytes, 'the list'))
          if (typeof address !== 'string' || address === '') throw new Error('an address of nothing');
      }),
  },
  {
    name: 'gz',
    words: packed,
    seeds: gzips,
    read: (bytes) =>
      damaged(async () => {
        for await (const chunk of gunzipped(once(bytes), new Meter(limits, 'the file')))
          if (chunk.length === 0) throw new Error('an empty chunk');
      }),
  },
  {
    name: 'zip',
    words: packed,
    seeds: zips,
    read: (bytes) =>
      damaged(async () => {
        const meter = new Meter(limits, 'the file');
        for await (const entry of zipEntries(bytes, 'the file', meter)) {
          if (entry.fault === null && (entry.name.startsWith('/') || entry.name.split('/').includes('..') || /^[a-z]:/iu.test(entry.name)))
            throw new Error(`${JSON.stringify(entry.name)} leads out of the archive`);
          await damaged(async () => {
            for await (const chunk of entry.open()) if (!(chunk instanceof Uint8Array)) throw new Error('a chunk of no bytes');
          });
        }
      }),
  },
  {
    name: 'bundle',
    words: packed,
    seeds: zips,
    read: (bytes) =>
      refusing(async () => {
        const zip = await ZipReader.open(fileOf(bytes), 'the bundle');
        for (const entry of zip.entries.slice(0, 20)) await zip.read(entry);
      }),
  },
];
