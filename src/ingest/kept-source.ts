import { type FileHandle, open } from 'node:fs/promises';
import { ReadoutError } from '../error.ts';
import { checkBundle } from '../proof/check.ts';
import { isBundle, partNames, partOf } from '../proof/names.ts';
import { ZipReader } from '../zip/reader.ts';

/** A line of a dump: `unknown` is of a kind that this version does not know. */
export interface Item {
  readonly kind: 'document' | 'correction' | 'unknown';
  readonly bytes: Uint8Array;
}

/** Documents that were read and kept elsewhere: a bundle, or the dump that `readout export --to jsonl` writes. */
export interface KeptSource {
  /** Documents, and then corrections, each as a line of a dump. */
  items(): AsyncGenerator<Item>;
  /** The bytes of a page; null where the source has none. */
  original(id: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/** @throws ReadoutError READOUT_BUNDLE_DAMAGED: what comes from elsewhere is checked before any of it is taken */
async function bundleSource(file: FileHandle, path: string): Promise<KeptSource> {
  const { failures } = await checkBundle(file, path);
  const [first] = failures;
  if (first !== undefined)
    throw new ReadoutError(
      'READOUT_BUNDLE_DAMAGED',
      `${path} does not hold: ${first.part}: ${first.fault}${failures.length > 1 ? ` (and ${failures.length - 1} more)` : ''}.`,
      'See readout verify. Nothing of it was taken.',
    );
  const zip = await ZipReader.open(file, path);
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  return {
    async *items() {
      for (const entry of zip.entries) {
        const isDocument = partOf(entry.name)?.kind === 'document';
        if (!isDocument && entry.name !== partNames.corrections) continue;
        const bytes = (await zip.read(entry)).bytes ?? new Uint8Array();
        if (isDocument) yield { kind: 'document', bytes };
        else for (const line of splitLines(bytes)) yield { kind: 'correction', bytes: line };
      }
    },
    async original(id) {
      const entry = byName.get(partNames.page(id));
      return entry === undefined ? null : (await zip.read(entry)).bytes;
    },
    close: () => file.close(),
  };
}

interface Line {
  readonly start: number;
  readonly length: number;
  /** Its first characters. */
  readonly head: string;
}

const HEAD = 120;

/** The lines of a file by their places, so that a long one is only read when it is wanted. */
async function* linesOf(file: FileHandle): AsyncGenerator<Line> {
  const chunk = Buffer.alloc(1 << 20);
  let start = 0;
  let position = 0;
  let head = '';
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    for (let from = 0; from < bytesRead; ) {
      const end = chunk.subarray(0, bytesRead).indexOf(10, from);
      const to = end < 0 ? bytesRead : end;
      if (head.length < HEAD) head += chunk.toString('latin1', from, Math.min(to, from + HEAD - head.length));
      if (end >= 0) {
        yield { start, length: position + end - start, head };
        start = position + end + 1;
        head = '';
      }
      from = to + 1;
    }
    position += bytesRead;
  }
  if (position > start) yield { start, length: position - start, head };
}

const kindOf = (head: string): Item['kind'] => (/^\{"(document|correction)":/.exec(head)?.[1] ?? 'unknown') as Item['kind'];

const splitLines = (bytes: Uint8Array): readonly Uint8Array[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => new TextEncoder().encode(line));

/** A dump has its pages before its documents. */
function dumpSource(file: FileHandle): KeptSource {
  const pages = new Map<string, Line>();
  return {
    async *items() {
      for await (const line of linesOf(file)) {
        const page = /^\{"original":"(sha256:[0-9a-f]{64})"/.exec(line.head)?.[1];
        if (page !== undefined) pages.set(page, line);
        else if (line.length > 0 && !line.head.startsWith('{"archive":'))
          yield { kind: kindOf(line.head), bytes: await bytesAt(file, line.start, line.length) };
      }
    },
    async original(id) {
      const line = pages.get(id);
      if (line === undefined) return null;
      const { text, base64 } = JSON.parse((await bytesAt(file, line.start, line.length)).toString('utf8')) as {
        text?: string;
        base64?: string;
      };
      return text === undefined ? Buffer.from(base64 ?? '', 'base64') : new TextEncoder().encode(text);
    },
    close: () => file.close(),
  };
}

const isDump = (head: Uint8Array): boolean => Buffer.from(head).toString('latin1').startsWith('{"archive":');

/** Whether a file says of itself that it holds kept documents. */
export async function looksKept(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0, 64);
    return isBundle(head) || isDump(head);
  } finally {
    await file.close();
  }
}

/** Opens a file that holds kept documents; null for any other. @throws ReadoutError READOUT_BUNDLE_DAMAGED */
export async function keptSource(path: string): Promise<KeptSource | null> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0, 64);
    if (isBundle(head)) return await bundleSource(file, path);
    if (isDump(head)) return dumpSource(file);
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
  return null;
}
