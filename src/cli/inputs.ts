import { createReadStream, fstatSync } from 'node:fs';
import { basename } from 'node:path';
import type { Input } from '../document/document.ts';
import { ReadoutError } from '../error.ts';
import { longestLine, splitLines } from '../work/lines.ts';
import { problemOf } from '../work/problem.ts';
import type { Task } from '../work/task.ts';

/** The largest file that is read as one document, in bytes; JSON lines may be of any length. */
const largestFile = longestLine;

const tooLarge = (what: string) =>
  new ReadoutError(
    'READOUT_INPUT_TOO_LARGE',
    `${what} is larger than ${largestFile / 1024 / 1024} MiB.`,
    'Split it into its articles, for example one JSON line each.',
  );

function inputError(error: unknown, uri: string | null): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const name = uri ?? 'Standard input';
  if (code === 'ENOENT')
    return new ReadoutError('READOUT_INPUT_NOT_FOUND', `${name} does not exist.`, 'Check the name and the folder.', error);
  if (code === 'EISDIR') {
    return new ReadoutError(
      'READOUT_INPUT_DIRECTORY',
      `${name} is a folder.`,
      uri === null ? 'Name its files.' : `Name its files, for example ${name}/*.txt.`,
      error,
    );
  }
  if (typeof code !== 'string' || error instanceof ReadoutError) return error;
  return new ReadoutError('READOUT_INPUT_UNREADABLE', `${name} cannot be read: ${code}.`, 'Check who may read it, and the disk.', error);
}

/** More than this no format needs to be told. */
const MOST_HEAD = 64 * 1024;

const isBlank = (byte: number) => byte === 10 || byte === 13 || byte === 32 || byte === 9;

/** Whether a line that is not blank has come to its end: a filter must not wait for more than that. */
function hasLine(bytes: Uint8Array): boolean {
  const begin = bytes.findIndex((byte) => !isBlank(byte));
  return begin >= 0 && bytes.includes(10, begin);
}

/** The first bytes of a stream, enough to tell its format (a pipe may give them in small pieces), and the whole stream with them. */
async function peek(chunks: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < MOST_HEAD && !hasLine(head)) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  async function* all() {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, all: all() };
}

async function whole(chunks: AsyncIterable<Uint8Array>, what: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > largestFile) throw tooLarge(what);
    pieces.push(chunk);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

async function* lineTasks(chunks: AsyncIterable<Uint8Array>, uri: string | null): AsyncGenerator<Task> {
  let record = 0;
  for await (const bytes of splitLines(chunks)) {
    if (bytes === null) yield { kind: 'problem', problem: problemOf(tooLarge(`Line ${record + 1}`), { id: null, uri, record }) };
    else yield { kind: 'line', bytes, uri, record };
    record++;
  }
}

async function isLines(from: string, head: Uint8Array, uri: string | null): Promise<boolean> {
  if (from !== 'auto') return from === 'jsonl';
  const { readerFor } = await import('../read/reader.ts');
  return readerFor(from, head, uri).name === 'jsonl';
}

async function* tasksOf(open: () => AsyncIterable<Uint8Array>, uri: string | null, from: string): AsyncGenerator<Task> {
  const input: Input = { id: uri === null ? null : basename(uri), uri, record: null };
  try {
    const chunks = open();
    const { head, all } = from === 'auto' ? await peek(chunks) : { head: new Uint8Array(), all: chunks };
    if (await isLines(from, head, uri)) yield* lineTasks(all, uri);
    else yield { kind: 'file', bytes: await whole(all, uri ?? 'Standard input'), from, input };
  } catch (error) {
    yield { kind: 'problem', problem: problemOf(inputError(error, uri), input) };
  }
}

function standardInput(): AsyncIterable<Uint8Array> {
  // Node gives an empty stream for a folder.
  if (fstatSync(0).isDirectory()) throw Object.assign(new Error('Standard input is a folder.'), { code: 'EISDIR' });
  return process.stdin;
}

/** Everything to be read, in order: each file as one task, or a task a line where it holds JSON lines; standard input where none is named (or `-`). */
export async function* inputs(files: readonly string[], from: string): AsyncGenerator<Task> {
  for (const file of files.length === 0 ? ['-'] : files) {
    if (file === '-') yield* tasksOf(standardInput, null, from);
    else yield* tasksOf(() => createReadStream(file, { highWaterMark: 256 * 1024 }), file, from);
  }
}
