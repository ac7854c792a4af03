import { describe, expect, it } from 'vitest';
import { readBytes, readerFor, readers } from './reader.ts';
import type { ReadResult } from './result.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const input = { id: null, uri: null, record: null };
async function read(data: Uint8Array, options: { from?: string; published?: string; contentType?: string } = {}): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readBytes(data, { ...options, input })) results.push(result);
  return results;
}
const said = (results: ReadResult[]): string[] => results.map((r) => ('document' in r ? r.document.text : r.error.code));

describe('readers', () => {
  it.each([
    ['jsonl', '{"id": 1}'],
    ['jsonl', '\ufeff\n {"text": "a"}\n'],
    ['html', '\n<!DOCTYPE html><p>'],
    ['html', '<html lang=en>'],
    ['html', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'],
    ['html', '<p>He said no.</p>'],
    ['text', 'He said <b>no</b>.'],
    ['text', '{a} He said'],
    ['text', '<3 he said'],
    ['text', ''],
  ])('%s: %s', (name, head) => expect(readerFor('auto', bytes(head), null).name).toBe(name));
  it('uses the name where the bytes are silent', () => {
    expect(readerFor('auto', bytes('Hello'), 'A.HTML').name).toBe('html');
    expect(readerFor('auto', bytes('Hello'), 'a.jsonl').name).toBe('jsonl');
    expect(readerFor('text', bytes('<html>'), 'a.html').name).toBe('text');
  });
  it('has a catch-all at the end and no name twice', () => {
    expect(readers.at(-1)?.name).toBe('text');
    expect(new Set(readers.map((r) => r.name)).size).toBe(readers.length);
  });
});

describe('readBytes', () => {
  it('reads each format by what it is', async () => {
    expect(said(await read(bytes('He said no.\n')))).toEqual(['He said no.\n']);
    expect(said(await read(bytes('<p>He said no.</p>')))).toEqual(['He said no.']);
    expect(said(await read(bytes('{"text":"a"}\n\n{"text":\n{"text":"c"}')))).toEqual(['a', 'READOUT_JSON_INVALID', 'c']);
  });
  it('numbers JSON lines by their place in the file', async () => {
    const results = await read(bytes('{"text":"a"}\n\n{"text":"b"}'));
    expect(results.map((r) => ('document' in r ? r.document.input.record : -1))).toEqual([0, 2]);
  });
  it('tells what cannot be read, and never throws', async () => {
    expect(said(await read(new Uint8Array()))).toEqual(['READOUT_INPUT_EMPTY']);
    expect(said(await read(bytes(' \n')))).toEqual(['READOUT_INPUT_EMPTY']);
    expect(said(await read(new Uint8Array(), { from: 'jsonl' }))).toEqual([]);
    expect(said(await read(Uint8Array.of(0, 1, 2, 0, 255)))).toEqual(['READOUT_INPUT_BINARY']);
    expect(said(await read(bytes('%PDF-1.7 …'), { from: 'html' }))).toEqual(['READOUT_INPUT_BINARY']);
    expect(said(await read(bytes('a'), { from: 'docx' }))).toEqual(['READOUT_FORMAT_UNSUPPORTED']);
    expect(said(await read(bytes('<html><body><script>x</script></body></html>')))).toEqual(['READOUT_HTML_NO_ARTICLE']);
  });
  it('lets the caller’s date win', async () => {
    const [result] = await read(bytes('January 4, 2019\n\nHe said no.'), { published: '2020-01-01' });
    expect(result).toMatchObject({ document: { published: '2020-01-01' } });
  });
  it('reads UTF-16 pages', async () => {
    const page = Buffer.from('\ufeff<html><p>He said “no”.</p></html>', 'utf16le');
    expect(said(await read(page))).toEqual(['He said “no”.']);
  });
});
