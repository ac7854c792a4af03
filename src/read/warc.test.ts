import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBytes } from './reader.ts';
import type { ReadResult } from './result.ts';

const utf8 = (text: string): Buffer => Buffer.from(text);
async function read(bytes: Uint8Array, uri = 'a.warc'): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readBytes(bytes, { input: { id: uri, uri, record: null } })) results.push(result);
  return results;
}
const said = (results: ReadResult[]): string[] => results.map((r) => ('document' in r ? r.document.text : r.error.code));

const record = (type: string, url: string, block: Buffer): Buffer =>
  Buffer.concat([
    utf8(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${url.length}>\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    utf8('\r\n\r\n'),
  ]);
const answer = (head: string, body: Buffer): Buffer => Buffer.concat([utf8(`HTTP/1.1 ${head}\r\n\r\n`), body]);
const page = utf8('<p>He said “no”.</p>');
const plain = record('response', 'https://e.org/1', answer('200 OK\r\nContent-Type: text/html; charset=utf-8', page));
const chunked = record(
  'response',
  'https://e.org/2',
  answer(
    '200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked',
    Buffer.concat([
      utf8('5\r\n'),
      page.subarray(0, 5),
      utf8(`\r\n${(page.length - 5).toString(16)}\r\n`),
      page.subarray(5),
      utf8('\r\n0\r\n\r\n'),
    ]),
  ),
);
const zipped = record('response', 'https://e.org/3', answer('200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip', gzipSync(page)));
const gone = record('response', 'https://e.org/4', answer('404 Not Found\r\nContent-Type: text/html', page));

describe('WARC', () => {
  it('reads saved pages, chunked and compressed ones too, and only those', async () => {
    const results = await read(Buffer.concat([record('warcinfo', 'x', utf8('software: y')), plain, gone, chunked, zipped]));
    expect(said(results)).toEqual(['He said “no”.', 'He said “no”.', 'He said “no”.']);
    expect(results[0]).toMatchObject({ document: { url: 'https://e.org/1', input: { uri: 'a.warc', record: 1, id: '<urn:uuid:15>' } } });
  });
  it('reads compressed archives', async () => {
    expect(said(await read(Buffer.concat([gzipSync(plain), gzipSync(zipped)]), 'a.warc.gz'))).toHaveLength(2);
  });
  it('tells when an archive is cut off, and keeps what stands before', async () => {
    expect(said(await read(Buffer.concat([plain, chunked.subarray(0, chunked.length - 30)])))).toEqual([
      'He said “no”.',
      'READOUT_INPUT_UNREADABLE',
    ]);
    const packed = Buffer.concat([gzipSync(plain), gzipSync(chunked).subarray(0, 200)]);
    const results = said(await read(packed, 'a.warc.gz'));
    expect(results[0]).toBe('He said “no”.');
    expect(results.slice(1)).toContain('READOUT_INPUT_UNREADABLE');
  });
  it('finds the next record after one whose length is wrong', async () => {
    const wrong = utf8(plain.toString('latin1').replace(/Content-Length: \d+/u, 'Content-Length: 9'));
    expect(said(await read(Buffer.concat([wrong, zipped]))).at(-1)).toBe('He said “no”.');
  });
  it('tells when there is no page in it', async () => expect(said(await read(gone))).toEqual(['READOUT_INPUT_EMPTY']));
});

const samples = join(import.meta.dirname, '../../../shared/data/archives/warcio');
describe.skipIf(!existsSync(samples))('the samples of warcio', () => {
  it.each(existsSync(samples) ? readdirSync(samples).filter((f) => /^example(?:\.|-bad|-resource|-wget|-wrong|-trunc)/u.test(f)) : [])(
    '%s',
    async (name) => {
      expect(said(await read(readFileSync(join(samples, name)), name))[0]).toContain(
        'This domain is established to be used for illustrative examples in documents.',
      );
    },
  );
});
