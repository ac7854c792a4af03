import { crc32, inflateRawSync } from 'node:zlib';
import { ReadoutError } from '../error.ts';
import { directoryLine, type Entry, endOf, localHead } from './layout.ts';

/** Bytes that can be read from anywhere: an open file. */
export interface RandomAccess {
  stat(): Promise<{ readonly size: number }>;
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
}

/** Something in a zip file that is not as we write it. */
export interface ZipFault {
  /** The part it is about, or `directory`, `end`. */
  readonly part: string;
  readonly fault: string;
}

/** No part of ours is larger, and no directory: that of some eight million parts. */
const LARGEST = 1024 ** 3;
const END = 22;
const LOCATOR = 20;
const LARGE_END = 56;

const damaged = (what: string, cause?: unknown): ReadoutError =>
  new ReadoutError(
    'READOUT_BUNDLE_DAMAGED',
    what,
    'Fetch the file again. It is a bundle only if `readout bundle` made it, to the last byte.',
    cause,
  );

async function read(file: RandomAccess, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, offset + at);
    if (bytesRead === 0) return bytes.subarray(0, at);
    at += bytesRead;
  }
  return bytes;
}

interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

/** @throws ReadoutError READOUT_BUNDLE_DAMAGED where the file does not end as a zip file without a comment does */
async function directoryOf(file: RandomAccess, length: number, name: string): Promise<Directory> {
  const tail = await read(file, Math.max(0, length - END - LOCATOR - LARGE_END), Math.min(length, END + LOCATOR + LARGE_END));
  const end = tail.subarray(Math.max(0, tail.length - END));
  if (end.length < END || end.readUInt32LE(0) !== 0x06054b50) throw damaged(`${name} is no zip file, or its end is cut off or altered.`);
  const isLarge = tail.length === END + LOCATOR + LARGE_END && tail.readUInt32LE(0) === 0x06064b50;
  const found = isLarge
    ? { entries: Number(tail.readBigUInt64LE(32)), size: Number(tail.readBigUInt64LE(40)), offset: Number(tail.readBigUInt64LE(48)) }
    : { entries: end.readUInt16LE(10), size: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
  if (found.offset + found.size > length) throw damaged(`${name}: its end tells of a directory outside the file.`);
  if (found.size > LARGEST) throw damaged(`${name}: its end tells of a directory larger than any.`);
  return found;
}

function entryAt(directory: Buffer, at: number): { readonly entry: Entry; readonly length: number } | null {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
  const [name, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
  const length = 46 + name + extra + comment;
  if (at + length > directory.length) return null;
  const offset = directory.readUInt32LE(at + 42);
  const isFar = offset === 0xffff_ffff && extra === 12;
  return {
    entry: {
      name: directory.toString('utf8', at + 46, at + 46 + name),
      deflated: directory.readUInt16LE(at + 10) === 8,
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: isFar ? Number(directory.readBigUInt64LE(at + 46 + name + 4)) : offset,
    },
    length,
  };
}

/** A zip file that `ZipWriter` made, open to be read part by part and checked to the byte. */
export class ZipReader {
  readonly entries: readonly Entry[];
  /** What is wrong with the directory and the end. */
  readonly faults: readonly ZipFault[];
  readonly #file: RandomAccess;
  /** Parts that do not stand where they must: they are not unpacked, since one stretch could be named a million times. */
  readonly #misplaced: ReadonlySet<Entry>;

  private constructor(file: RandomAccess, entries: readonly Entry[], faults: readonly ZipFault[], misplaced: ReadonlySet<Entry>) {
    this.#file = file;
    this.#misplaced = misplaced;
    this.entries = entries;
    this.faults = faults;
  }

  /** @throws ReadoutError READOUT_BUNDLE_DAMAGED where not even a directory can be found */
  static async open(file: RandomAccess, name: string): Promise<ZipReader> {
    const { size: length } = await file.stat();
    const found = await directoryOf(file, length, name);
    const directory = await read(file, found.offset, found.size);
    const entries: Entry[] = [];
    const faults: ZipFault[] = [];
    const misplaced = new Set<Entry>();
    let expected = 0;
    for (let at = 0; at < directory.length; ) {
      const next = entryAt(directory, at);
      if (next === null) {
        faults.push({ part: 'directory', fault: `cannot be read from its byte ${at} on` });
        break;
      }
      const { entry } = next;
      entries.push(entry);
      if (!directory.subarray(at, at + next.length).equals(directoryLine(entry)))
        faults.push({ part: entry.name, fault: 'its line in the directory is not as a bundle has it' });
      if (entry.offset !== expected) {
        misplaced.add(entry);
        faults.push({ part: entry.name, fault: `begins at byte ${entry.offset} and not at ${expected}` });
      }
      expected = entry.offset + localHead(entry).length + entry.packed;
      // Of a small file that claims a gigabyte for a part no gigabyte is asked for.
      if (expected > found.offset) {
        misplaced.add(entry);
        faults.push({ part: entry.name, fault: 'reaches past where the directory begins' });
      }
      at += next.length;
    }
    if (expected !== found.offset) faults.push({ part: 'directory', fault: `begins at byte ${found.offset} and not at ${expected}` });
    const end = await read(file, found.offset + found.size, Math.min(4096, length - found.offset - found.size));
    if (!end.equals(endOf(entries.length, found))) faults.push({ part: 'end', fault: 'the end of the file is not as a bundle has it' });
    return new ZipReader(file, entries, faults, misplaced);
  }

  /** A part's bytes as they stand in the file, whether they could be unpacked, and what is wrong with it. */
  async read(
    entry: Entry,
  ): Promise<{ readonly packed: Uint8Array; readonly bytes: Uint8Array | null; readonly faults: readonly ZipFault[] }> {
    const fault = (what: string): ZipFault => ({ part: entry.name, fault: what });
    const head = localHead(entry);
    if (this.#misplaced.has(entry)) return { packed: Buffer.alloc(0), bytes: null, faults: [fault('was not unpacked')] };
    if (entry.packed > LARGEST || entry.size > LARGEST)
      return { packed: Buffer.alloc(0), bytes: null, faults: [fault('is larger than any part')] };
    const all = await read(this.#file, entry.offset, head.length + entry.packed);
    const faults = all.subarray(0, head.length).equals(head) ? [] : [fault('its head is not what the directory says')];
    const packed = all.subarray(head.length);
    if (packed.length < entry.packed) return { packed, bytes: null, faults: [...faults, fault('is cut off')] };
    let bytes: Uint8Array;
    try {
      bytes = entry.deflated ? inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) }) : packed;
    } catch {
      return { packed, bytes: null, faults: [...faults, fault('cannot be unpacked')] };
    }
    if (bytes.length !== entry.size) faults.push(fault(`has ${bytes.length} bytes and not ${entry.size}`));
    if (crc32(bytes) !== entry.crc) faults.push(fault('its bytes are not those of its check sum'));
    return { packed, bytes, faults };
  }
}
