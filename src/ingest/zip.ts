import { type Entry, fromBuffer, getFileNameLowLevel, open, validateFileName, type ZipFile } from 'yauzl';
import { type Meter, overLimit } from './limits.ts';

/** One file in a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** What makes its name that of no file in the archive (`../../etc/passwd`), null if nothing. No name is ever used as a path. */
  readonly fault: string | null;
  /** Bytes that it has in the zip file. */
  readonly packed: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Names are decoded here: yauzl ends at the first hostile one, and the rest is to be read. */
const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

/** An entry's name; without `decodeStrings` the types have it wrong: it is bytes. */
function nameOf({ generalPurposeBitFlag, fileName, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileName as unknown as Buffer, extraFields, false);
}

const opened = (from: string | Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, file: ZipFile) => (error ? reject(error) : resolve(file));
    if (typeof from === 'string') open(from, options, done);
    else fromBuffer(Buffer.from(from.buffer, from.byteOffset, from.length), options, done);
  });

/** The next entry; null at the end. */
const next = (file: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      file.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      done();
    };
    file.once('entry', (entry) => settle(() => resolve(entry)));
    file.once('end', () => settle(() => resolve(null)));
    file.once('error', (error) => settle(() => reject(error)));
    file.readEntry();
  });

const streamOf = (file: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> =>
  new Promise((resolve, reject) => file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))));

async function* bytesOf(file: ZipFile, entry: Entry, meter: Meter): AsyncGenerator<Uint8Array> {
  // Counted as they come: what the directory says of sizes may be a lie. Its packed size bounds what is read, so it may be believed.
  yield* meter.through(await streamOf(file, entry), () => entry.compressedSize);
}

/** The files in a zip file, in the order of its directory; folders and hidden files are left out. @throws what yauzl finds wrong */
export async function* zipEntries(from: string | Uint8Array, where: string, meter: Meter): AsyncGenerator<ZipEntry> {
  const file = await opened(from);
  try {
    const { entries } = meter.limits;
    if (file.entryCount > entries) throw overLimit(where, 'entries', entries);
    for (let entry = await next(file); entry !== null; entry = await next(file)) {
      const name = nameOf(entry);
      const fault = validateFileName(name) === null ? null : 'its name leads out of the archive';
      if (name.endsWith('/') || (fault === null && name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))) continue;
      const found = entry;
      yield { name, fault, packed: entry.compressedSize, open: () => bytesOf(file, found, meter) };
    }
  } finally {
    file.close();
  }
}
