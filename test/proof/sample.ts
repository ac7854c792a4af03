import { join } from 'node:path';
import { openArchive } from '../../src/archive/open.ts';
import type { Archive } from '../../src/archive/port.ts';
import { bundle } from '../../src/proof/bundle.ts';
import { type Checked, checkBundle } from '../../src/proof/check.ts';
import { readBytes } from '../../src/read/reader.ts';
import type { RandomAccess } from '../../src/zip/reader.ts';
import { fakeReading } from '../archive/fake-reading.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const prose =
  'The ministers of the two countries came together on Monday to speak about the price of grain and of the ships that carry it.';
const page = (
  own: string,
  title: string,
) => `<!doctype html><html><head><title>${title}</title><link rel="canonical" href="https://a.example/${title}">
<meta property="article:published_time" content="2023-09-13"></head><body><nav><a href="/">Home</a></nav>
<article><h1>${title}</h1><p>${own}</p><p>${prose} &ldquo;Nobody&rdquo; was there &amp; nobody spoke.</p><p>${prose}</p></article></body></html>`;

const html = page('Anna said “we will go on with the talks, caf\u00e9 or not \u{1f600}”. Boris accused Carl.', 'talks');
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page('Dora met Emil in Kyiv. Emil said “maybe it rains”.', 'rain')}`;
const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://w.example/\r\nContent-Type: application/http\r\nContent-Length: ${bytes(answer).length}\r\n\r\n${answer}\r\n\r\n`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><guid>1</guid><title>One</title><description>Fred said “no one will pay”. Greta accused Hans.</description></item>
<item><guid>2</guid><title>Two</title><description>Ida denied “that she was paid”. Jan met Karl in Rome.</description></item></channel></rss>`;

/** Everything that can be ingested, as it comes. */
export const originals: readonly { readonly uri: string; readonly original: Uint8Array; readonly from?: string }[] = [
  { uri: '/news/talks.html', original: bytes(html) },
  { uri: '/news/rain.warc', original: bytes(record) },
  { uri: '/news/feed.xml', original: bytes(feed) },
  { uri: '/news/plain.txt', original: bytes(`Lea said “we are ready”. Max accused Nora.\n\n${prose}\n`) },
  { uri: '/news/lines.jsonl', original: bytes(JSON.stringify({ id: 7, text: `A lone \ud800 surrogate. Otto said “so be it”. ${prose}` })) },
  { uri: '/news/pages.jsonl', original: bytes(JSON.stringify({ id: 8, html, published: '2023-09-12', outlet: '=Daily' })) },
];

/** An archive of all of them, without a network: the readers are the real ones, the readings follow a rule. */
export async function sampleArchive(folder: string, name: string, version = '0.0.1'): Promise<Archive> {
  const archive = await openArchive(join(folder, `${name}.db`), { create: true });
  for (const { uri, original } of originals) {
    const readings = [];
    for await (const result of readBytes(original, { input: { id: null, uri, record: null } })) {
      if ('error' in result) throw result.error;
      const { text, url, outlet, title, published, input } = result.document;
      readings.push(fakeReading({ text, url, outlet, title, published, input, version }));
    }
    await archive.put({ uri, original }, readings, true);
  }
  return archive;
}

export async function bundled(archive: Archive, only: ReadonlySet<string> | null = null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bundle(archive, only)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Bytes as an open file. */
export const opened = (all: Uint8Array): RandomAccess => ({
  stat: async () => ({ size: all.length }),
  read: async (buffer, offset, length, position) => {
    const some = all.subarray(position, position + length);
    buffer.set(some, offset);
    return { bytesRead: some.length };
  },
});

/** What a check says; what throws is a failure too, by its message. */
export async function failuresOf(all: Uint8Array): Promise<Checked['failures']> {
  try {
    return (await checkBundle(opened(all), 'x.zip')).failures;
  } catch (error) {
    return [{ part: 'thrown', fault: (error as { code?: string }).code ?? String(error) }];
  }
}

export async function dumpOf(archive: Archive): Promise<string> {
  const lines: string[] = [];
  for await (const line of archive.dump()) lines.push(line);
  return lines.join('');
}
