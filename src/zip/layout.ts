// Where every byte of our zip files stands (APPNOTE 6.3.10, with its parts for large files). There is one way to write a list of entries:
// no time of day, no owner, no comment, no gap. So the same entries give the same bytes, and a checker can say of every byte what it should be.

/** One part of a zip file, as its head describes it. */
export interface Entry {
  readonly name: string;
  /** As it stands in the file: deflated, or as it is where that is no shorter. */
  readonly deflated: boolean;
  readonly crc: number;
  /** Bytes in the file, and bytes that they unpack to. */
  readonly packed: number;
  readonly size: number;
  /** Where its head begins. */
  readonly offset: number;
}

const WIDE = 0xffff_ffff;
const MANY = 0xffff;
/** 1 January 1980: the first day that the format knows. */
const DAY = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x800;

const encoder = new TextEncoder();

/** Little-endian numbers of 2, 4 or 8 bytes, one after the other. */
function numbers(...fields: readonly (readonly [width: 2 | 4 | 8, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, width);
    at += width;
  }
  return bytes;
}

const isFar = ({ offset }: Entry): boolean => offset >= WIDE;

/** What a part's head and its line in the directory have in common. */
function about({ deflated, crc, packed, size }: Entry, needs: number): readonly (readonly [2 | 4, number])[] {
  return [
    [2, needs],
    [2, FLAGS],
    [2, deflated ? 8 : 0],
    [2, 0],
    [2, DAY],
    [4, crc],
    [4, packed],
    [4, size],
  ];
}

/** The head that stands before a part's bytes. */
export function localHead(entry: Entry): Uint8Array {
  const name = encoder.encode(entry.name);
  return Buffer.concat([numbers([4, 0x04034b50], ...about(entry, 20), [2, name.length], [2, 0]), name]);
}

/** A part's line in the directory. */
export function directoryLine(entry: Entry): Uint8Array {
  const name = encoder.encode(entry.name);
  const far = isFar(entry);
  const extra = far ? numbers([2, 1], [2, 8], [8, entry.offset]) : Buffer.alloc(0);
  return Buffer.concat([
    numbers([4, 0x02014b50], [2, 0x0314], ...about(entry, far ? 45 : 20), [2, name.length], [2, extra.length]),
    // No comment, first disk, no inner attributes; outside: a plain file that all may read.
    numbers([2, 0], [2, 0], [2, 0], [4, 0o100644 * 0x10000], [4, far ? WIDE : entry.offset]),
    name,
    extra,
  ]);
}

/** The end of the file, behind the directory. */
export function endOf(entries: number, directory: { readonly offset: number; readonly size: number }): Uint8Array {
  const { offset, size } = directory;
  const large = entries >= MANY || offset >= WIDE || size >= WIDE;
  const counts = [Math.min(entries, MANY), Math.min(size, WIDE), Math.min(offset, WIDE)] as const;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, counts[0]], [2, counts[0]], [4, counts[1]], [4, counts[2]], [2, 0]);
  if (!large) return end;
  return Buffer.concat([
    numbers([4, 0x06064b50], [8, 44], [2, 0x032d], [2, 45], [4, 0], [4, 0], [8, entries], [8, entries], [8, size], [8, offset]),
    numbers([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
    end,
  ]);
}
