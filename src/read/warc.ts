import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';
import { ReadoutError } from '../error.ts';
import { decode } from './charset.ts';
import { readHtml } from './html.ts';
import type { Reader, ReadOptions } from './reader.ts';
import { attempt, type ReadResult } from './result.ts';
import { readText } from './text.ts';
import { type ArchiveRecord, archiveRecords } from './warcRecords.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const damaged = (what: string): ReadoutError =>
  new ReadoutError(
    'READOUT_INPUT_UNREADABLE',
    `${what}`,
    'The archive is cut off or damaged: fetch it again. What stands before was read.',
  );

/** The body of a chunked HTTP answer. Archives also hold bodies that say so and are not: those stay as they are. */
function unchunk(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const size = /^([\da-f]{1,8})[^\r\n]{0,99}\r?\n/iu.exec(latin(body.subarray(at, at + 120)));
    if (!size) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size[1] ?? '0', 16);
    at += size[0].length;
    if (length === 0) break;
    parts.push(body.subarray(at, at + length));
    at += length;
    if (latin(body.subarray(at, at + 2)) === '\r\n') at += 2;
    else if (body[at] === 10) at++;
  }
  return Buffer.concat(parts);
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

/** An HTTP answer's status, type and body, decompressed. */
function parseAnswer(block: Uint8Array): Answer | null {
  const head = /^HTTP\/\S{1,9} (\d{3})[^\n]{0,999}\r?\n(?:([\s\S]{0,60000}?)\r?\n)?\r?\n/u.exec(latin(block.subarray(0, 65_536)));
  if (!head) return null;
  const header = (name: string): string =>
    new RegExp(`^${name}:[ \\t]{0,9}([^\\r\\n]{0,999})`, 'imu')
      .exec(head[2] ?? '')?.[1]
      ?.trim()
      .toLowerCase() ?? '';
  let body = block.subarray(head[0].length);
  if (header('transfer-encoding').includes('chunked')) body = unchunk(body);
  const coding = header('content-encoding');
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64_000_000 };
  if (coding.includes('gzip') && body[0] === 0x1f) body = gunzipSync(body, options);
  else if (coding.includes('deflate')) body = inflateSync(body, options);
  else if (coding.includes('br')) body = brotliDecompressSync(body, { maxOutputLength: 64_000_000 });
  return { status: Number(head[1]), type: header('content-type'), body };
}

function answerOf(record: ArchiveRecord): Answer | null {
  if (record.type === 'resource' || record.type === 'conversion') return { status: 200, type: record.contentType, body: record.block };
  return record.type === 'response' ? parseAnswer(record.block) : null;
}

/** Every answer of an archive that can be opened, with its body as it was before it was packed. */
export function* answersOf(bytes: Uint8Array): Generator<Answer> {
  for (const record of archiveRecords(bytes)) {
    const answer = record.fault === null ? answerOf(record) : null;
    if (answer !== null) yield answer;
  }
}

function* readPages(bytes: Uint8Array, options: ReadOptions): Iterable<ReadResult> {
  const where = options.input.uri ?? 'The archive';
  for (const [number, record] of [...archiveRecords(bytes)].entries()) {
    const input = { id: record.id, uri: options.input.uri, record: number };
    if (record.fault !== null) {
      const message = `${where}, record ${number}: ${record.fault}`;
      yield attempt(input, () => {
        throw damaged(message);
      });
    }
    let answer: Answer | null = null;
    try {
      answer = record.fault === null ? answerOf(record) : null;
    } catch (error) {
      yield {
        error: new ReadoutError(
          'READOUT_INPUT_UNREADABLE',
          `${where}, record ${number}: its body cannot be decompressed.`,
          'The archive is damaged here; the other records are read.',
          error,
        ),
        input,
      };
    }
    if (answer === null || answer.status !== 200 || answer.body.length === 0) continue;
    const { type, body } = answer;
    const known = { url: record.url };
    const decoded = (): string => decode(body, { contentType: type }).text;
    if (/html/u.test(type)) yield attempt(input, () => readHtml(decoded(), input, known));
    else if (/^text\/plain/u.test(type) && !record.url?.startsWith('metadata:'))
      yield attempt(input, () => readText(decoded(), input, known));
  }
}

function* read(bytes: Uint8Array, options: ReadOptions): Iterable<ReadResult> {
  let some = false;
  for (const result of readPages(bytes, options)) {
    some = true;
    yield result;
  }
  if (!some) {
    const error = new ReadoutError(
      'READOUT_INPUT_EMPTY',
      `${options.input.uri ?? 'The archive'} holds no saved page.`,
      'Only answers with status 200 that are HTML or plain text are read.',
    );
    yield { error, input: options.input };
  }
}

/** WARC and ARC archives, compressed or not: each saved page and plain text a document; a record that is cut short is told. */
export const warcReader: Reader = {
  name: 'warc',
  detects: (head, uri) => /^(?:WARC\/\d|filedesc:\/\/)/u.test(head) || (head.startsWith('\x1f\x8b') && /\.w?arc\.gz/u.test(uri)),
  read,
};
