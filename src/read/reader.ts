import type { Input } from '../document/document.ts';
import { ReadoutError } from '../error.ts';
import { decode } from './charset.ts';
import { isoDate } from './dates.ts';
import { feedReader } from './feed.ts';
import { readHtml } from './html.ts';
import { readLine } from './jsonl.ts';
import { checkLength, longestPage } from './limits.ts';
import { attempt, type ReadResult } from './result.ts';
import { emptyInput, readText } from './text.ts';
import { warcReader } from './warc.ts';

/** How an input is to be read. */
export interface ReadOptions {
  /** `auto`, or the name of a reader; default `auto`. */
  readonly from?: string;
  readonly input: Input;
  /** Publication date that the caller gives for what names none itself in JSON lines, and over what a text or page says. */
  readonly published?: string | null;
  /** Of a feed, only the items of these numbers; all where none are given. */
  readonly records?: readonly number[];
  /** The Content-Type header, where the bytes came by HTTP. */
  readonly contentType?: string | null;
}

/** One format: how it is told by its first bytes, and how it is read. */
export interface Reader {
  readonly name: string;
  /** `head` is the first 64 KB, read as ASCII; `uri` in lower case, empty for standard input. */
  detects(head: string, uri: string): boolean;
  read(bytes: Uint8Array, options: ReadOptions): Iterable<ReadResult> | AsyncIterable<ReadResult>;
}

function* jsonLines(bytes: Uint8Array, options: ReadOptions): Iterable<ReadResult> {
  const { text } = decode(bytes, { contentType: 'application/json; charset=utf-8' });
  let number = 0;
  for (let start = 0; start < text.length; number++) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const result = readLine(text.slice(start, stop), number, { uri: options.input.uri, published: options.published ?? null });
    if (result !== null) yield result;
    start = stop + 1;
  }
}

const known = (options: ReadOptions): { published: string | null } => ({
  published: options.published ? isoDate(options.published) : null,
});

/** The formats, most certain first: the first that detects the bytes reads them, and plain text takes what is left. */
export const readers: readonly Reader[] = [
  warcReader,
  // before JSON lines, since a JSON feed is also a line of JSON
  feedReader,
  {
    name: 'jsonl',
    detects: (head, uri) => /^(?:\xef\xbb\xbf)?\s{0,99}\{\s{0,99}["}]/u.test(head) || /\.(?:jsonl|ndjson)$/u.test(uri),
    read: jsonLines,
  },
  {
    name: 'html',
    detects: (head, uri) =>
      /^(?:\xef\xbb\xbf)?\s{0,9999}<(?:!doctype\s{1,9}html|html|head|body|!--|meta|title|div|article|main|section|p|h1|\?xml[^>]{0,200}>\s{0,99}<(?:!doctype\s{1,9}html|html))\b/iu.test(
        head,
      ) || /\.x?html?$/u.test(uri),
    *read(bytes, options) {
      yield attempt(options.input, () => {
        checkLength(bytes.length, longestPage, options.input.uri ?? 'The page');
        return readHtml(decode(bytes, options).text, options.input, known(options));
      });
    },
  },
  {
    name: 'text',
    detects: () => true,
    *read(bytes, options) {
      yield attempt(options.input, () => readText(decode(bytes, options).text, options.input, known(options)));
    },
  },
];

/** First bytes as a string of the same length; UTF-16 pages lose their NULs, so that a tag can be seen in them. */
const headOf = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1');
  return /^(?:\xff\xfe|\xfe\xff|\0?<\0)/u.test(head) ? head.slice(/^[\xff\xfe]/u.test(head) ? 2 : 0).replaceAll('\0', '') : head;
};

/** The reader for `from`, or for the bytes where it is `auto`. @throws ReadoutError READOUT_FORMAT_UNSUPPORTED */
export function readerFor(from: string, bytes: Uint8Array, uri: string | null): Reader {
  const head = headOf(bytes);
  const found = readers.find((reader) => (from === 'auto' ? reader.detects(head, (uri ?? '').toLowerCase()) : reader.name === from));
  if (found) return found;
  const names = readers.map((reader) => reader.name).join(', ');
  throw new ReadoutError('READOUT_FORMAT_UNSUPPORTED', `“${from}” is no format that Readout reads.`, `Use auto or one of: ${names}.`);
}

/**
 * All documents of an input, in its order. Problems with the input are results, not exceptions.
 * @example for await (const result of readBytes(await readFile('a.html'), { input: { id: 'a.html', uri: 'a.html', record: null } })) …
 */
export async function* readBytes(bytes: Uint8Array, options: ReadOptions): AsyncGenerator<ReadResult, void, undefined> {
  try {
    const reader = readerFor(options.from ?? 'auto', bytes, options.input.uri);
    // no line in is no line out: an empty stream of JSON lines is a whole one
    if (bytes.length === 0 && options.from !== 'jsonl') throw emptyInput(options.input.uri ?? 'The input');
    yield* reader.read(bytes, options);
  } catch (error) {
    yield attempt(options.input, () => {
      throw error;
    });
  }
}
