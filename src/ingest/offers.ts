import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { ReadoutError } from '../error.ts';
import { readerFor } from '../read/reader.ts';
import { longestLine, splitLines } from '../work/lines.ts';
import { problemOf } from '../work/problem.ts';
import type { Task } from '../work/task.ts';
import { aboutOthers, isAboutOthers } from './beside-articles.ts';
import type { Found } from './files.ts';
import { gunzipped } from './gzip.ts';
import { type Limits, Meter, overLimit } from './limits.ts';
import { isOpml } from './opml.ts';
import { pagesOf } from './warc.ts';
import { zipEntries } from './zip.ts';

/** The largest zip file within another archive: its directory stands at its end, so it is held in memory. */
const largestArchive = 1024 ** 3;

/** Something that may hold articles: a file, an entry of an archive, an answer from the web. */
export interface Thing {
  readonly uri: string;
  /** Where it can be read from at random. */
  readonly path: string | null;
  readonly depth: number;
  readonly meter: Meter;
  open(): AsyncIterable<Uint8Array>;
  /** What stands for a feed's items, where their links are to be followed; null where they are not. */
  readonly follow: Follow | null;
  /** To be told of bytes of the named file that have been read, for the progress. */
  read(bytes: number): void;
}

/** What a feed offers, with the pages that its items link to. */
export type Follow = (feed: Extract<Task, { kind: 'file' }>) => AsyncGenerator<Task>;

const HEAD = 64 * 1024;

/** The first bytes, all of them with those, and how to let go of the rest. */
interface Peeked {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let fault: unknown;
  let failed = false;
  while (head.length < HEAD) {
    try {
      const next = await iterator.next();
      if (next.done) break;
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    } catch (error) {
      // What came before it is still to be read.
      [fault, failed] = [error, true];
      break;
    }
  }
  async function* all() {
    if (head.length > 0) yield head;
    if (failed) throw fault;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, all: all(), close: async () => void (await iterator.return?.()) };
}

async function whole(chunks: AsyncIterable<Uint8Array>, most: number, what: string): Promise<{ bytes: Uint8Array; fault: unknown }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let fault: unknown = null;
  try {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > most) throw tooLarge(what, most);
      pieces.push(chunk);
    }
  } catch (error) {
    fault = error;
  }
  return { bytes: new Uint8Array(Buffer.concat(pieces)), fault };
}

const tooLarge = (what: string, most: number) =>
  new ReadoutError(
    'READOUT_INPUT_TOO_LARGE',
    `${what} is larger than ${most / 1024 / 1024} MiB.`,
    'Split it into its articles, for example one JSON line each.',
  );

/** A fault of the system or of zlib, as what a person can do. */
function told(error: unknown, uri: string): unknown {
  if (error instanceof ReadoutError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT')
    return new ReadoutError('READOUT_INPUT_NOT_FOUND', `${uri} does not exist.`, 'Check the name and the folder.', error);
  if (code?.startsWith('Z_'))
    return new ReadoutError(
      'READOUT_INPUT_UNREADABLE',
      `${uri} is cut off or damaged: ${(error as Error).message}.`,
      'Fetch it again. What stands before was read.',
      error,
    );
  return new ReadoutError(
    'READOUT_INPUT_UNREADABLE',
    `${uri} cannot be read: ${code ?? (error as Error).message}.`,
    'Check the file, who may read it, and the disk.',
    error,
  );
}

export const problem = (error: unknown, uri: string, record: number | null = null, id: string | null = null): Task => ({
  kind: 'problem',
  problem: problemOf(told(error, uri), { id: id ?? basename(uri), uri, record }),
});

async function* lines(chunks: AsyncIterable<Uint8Array>, uri: string): AsyncGenerator<Task> {
  let record = 0;
  for await (const bytes of splitLines(chunks)) {
    if (bytes === null) yield problem(tooLarge(`Line ${record + 1} of ${uri}`, longestLine), uri, record);
    else yield { kind: 'line', bytes, uri, record };
    record++;
  }
}

async function* webArchive(chunks: AsyncIterable<Uint8Array>, uri: string): AsyncGenerator<Task> {
  let some = false;
  for await (const page of pagesOf(chunks, longestLine)) {
    some = true;
    const input = { id: page.id, uri, record: page.record };
    if ('bytes' in page) yield { kind: 'file', bytes: page.bytes, from: 'warc', input };
    else
      yield problem(
        new ReadoutError(
          'READOUT_INPUT_UNREADABLE',
          `${uri}, record ${page.record}: ${page.fault}`,
          'The archive is cut off or damaged: fetch it again. What stands before was read.',
        ),
        uri,
        page.record,
        page.id,
      );
  }
  if (!some)
    throw new ReadoutError(
      'READOUT_INPUT_EMPTY',
      `${uri} holds no saved page.`,
      'Only answers with status 200 that are HTML or plain text are read.',
    );
}

const hostileName = (uri: string, fault: string) =>
  new ReadoutError(
    'READOUT_INPUT_UNREADABLE',
    `${uri} is not read: ${fault}.`,
    'An honest archive has no such name. Its other files are read.',
  );

/** The name of what a gzip file holds. */
const unpackedName = (uri: string): string => (/\.gz$/iu.test(uri) ? uri.slice(0, -3) : uri);

/** Word, EPUB and the like are zip files inside, but their entries are no articles. */
const isOffice = (uri: string): boolean => /\.(?:docx|xlsx|pptx|odt|ods|odp|epub|jar|apk)$/iu.test(uri);

const inside = ({ depth, meter, follow, read }: Thing) => ({ path: null, depth: depth + 1, meter, follow, read });

async function* entries(thing: Thing, all: AsyncIterable<Uint8Array>): AsyncGenerator<Task> {
  let from: string | Uint8Array | null = thing.path;
  if (from === null) {
    const { bytes, fault } = await whole(all, largestArchive, thing.uri);
    if (fault !== null) throw fault;
    from = bytes;
  }
  for await (const entry of zipEntries(from, thing.uri, thing.meter)) {
    const uri = `${thing.uri}#${entry.name}`;
    if (entry.fault !== null) yield problem(hostileName(uri, entry.fault), uri);
    else if (isAboutOthers(basename(entry.name))) yield problem(aboutOthers(uri), uri);
    else yield* offersIn({ ...inside(thing), uri, open: entry.open });
    if (thing.path !== null) thing.read(entry.packed);
  }
}

/** An object set over several lines is one article, and not one a line. */
const isOneObject = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s{0,99}\{[ \t]{0,99}\r?\n/u.test(Buffer.from(head.subarray(0, 512)).toString('latin1'));

const starts = (head: Uint8Array, magic: string): boolean =>
  head.length >= magic.length && [...magic].every((c, i) => head[i] === c.charCodeAt(0));

async function* articles(thing: Thing, head: Uint8Array, all: AsyncIterable<Uint8Array>): AsyncGenerator<Task> {
  const { uri } = thing;
  const nested = () => {
    if (thing.depth >= thing.meter.limits.depth) throw overLimit(uri, 'depth', thing.meter.limits.depth);
  };
  if (starts(head, '\x1f\x8b')) {
    nested();
    yield* offersIn({ ...inside(thing), uri: unpackedName(uri), open: () => gunzipped(all, thing.meter) });
  } else if ((starts(head, 'PK\x03\x04') || starts(head, 'PK\x05\x06')) && !isOffice(uri)) {
    nested();
    yield* entries(thing, all);
  } else if (isOpml(head)) {
    // What is asked of the web, a person has named: not a file of a folder, nor a list within a list.
    throw new ReadoutError(
      'READOUT_FORMAT_UNSUPPORTED',
      `${uri} is a list of feeds (OPML) inside of something else.`,
      'Name the file or address of the list itself, and its feeds are read.',
    );
  } else {
    const reader = readerFor('auto', head, uri).name;
    if (reader === 'jsonl' && !isOneObject(head)) yield* lines(all, uri);
    else if (reader === 'warc') yield* webArchive(all, uri);
    else {
      const { bytes, fault } = await whole(all, longestLine, uri);
      if (fault !== null) throw fault;
      const file = { kind: 'file', bytes, from: 'auto', input: { id: basename(uri), uri, record: null } } as const;
      if (reader === 'jsonl') yield { kind: 'line', bytes, uri, record: 0 };
      else if (reader === 'feed' && thing.follow !== null) yield* thing.follow(file);
      else yield file;
    }
  }
}

/** What may be read in a thing, in its order. What is wrong with it is offered too, as a problem in its place. */
export async function* offersIn(thing: Thing): AsyncGenerator<Task> {
  let close = async () => {};
  try {
    const peeked = await peek(thing.open());
    close = peeked.close;
    yield* articles(thing, peeked.head, peeked.all);
  } catch (error) {
    yield problem(error, thing.uri);
  } finally {
    await close();
  }
}

/** Everything that a file offers: itself, or each line, page or entry in it. */
export async function* offersOf(
  found: Found,
  limits: Limits,
  read: (bytes: number) => void,
  follow: Follow | null = null,
): AsyncGenerator<Task> {
  if ('error' in found) {
    yield problem(found.error, found.path);
    return;
  }
  const { path } = found;
  async function* open() {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      read((chunk as Uint8Array).length);
      yield chunk as Uint8Array;
    }
  }
  yield* offersIn({ uri: path, path, depth: 0, meter: new Meter(limits, path), follow, open, read });
}
