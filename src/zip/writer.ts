import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { directoryLine, type Entry, endOf, localHead } from './layout.ts';

/** A part that has been added, with its bytes as they stand in the file. */
export interface Added {
  readonly entry: Entry;
  readonly packed: Uint8Array;
  /** To be written: head and packed bytes. */
  readonly chunks: readonly Uint8Array[];
}

/**
 * Makes a zip file part by part. The same parts in the same order give the same bytes on every machine: fflate's deflate is plain
 * JavaScript, while zlib's output differs from build to build.
 */
export class ZipWriter {
  readonly #entries: Entry[] = [];
  #offset = 0;

  add(name: string, bytes: Uint8Array): Added {
    const deflated = deflateSync(bytes, { level: 6 });
    const shorter = deflated.length < bytes.length;
    const packed = shorter ? deflated : bytes;
    const entry = { name, deflated: shorter, crc: crc32(bytes), packed: packed.length, size: bytes.length, offset: this.#offset };
    const head = localHead(entry);
    this.#entries.push(entry);
    this.#offset += head.length + packed.length;
    return { entry, packed, chunks: [head, packed] };
  }

  /** The directory and the end. */
  *end(): Generator<Uint8Array> {
    const offset = this.#offset;
    let size = 0;
    for (const entry of this.#entries) {
      const line = directoryLine(entry);
      size += line.length;
      yield line;
    }
    yield endOf(this.#entries.length, { offset, size });
  }
}
