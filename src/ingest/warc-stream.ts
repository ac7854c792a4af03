import { type ArchiveRecord, headOf, longestHead, nothing } from '../read/warcRecords.ts';

/** A record of a web archive as it comes by. */
export interface Passing extends ArchiveRecord {
  /** Its block is larger than may be held: only the beginning of it is there. */
  readonly outsized: boolean;
}

/** The next record can be found by its first line. */
const NEXT = Buffer.from('\nWARC/1');
/** Of a block that is not held, enough to tell what it is. */
const BEGINNING = 64 * 1024;

/** What comes in, by as much as is wanted. What goes wrong on the way is kept until all that came before has been taken. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);
  #ended = false;
  fault: unknown = null;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    try {
      const next = await this.#chunks.next();
      this.#ended = next.done === true;
      if (!next.done) this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
    } catch (error) {
      [this.fault, this.#ended] = [error, true];
    }
    return !this.#ended;
  }

  /** What is next, up to so many bytes; fewer only at the end. */
  async peek(size: number): Promise<Buffer> {
    while (this.#held.length < size && (await this.#more()));
    return this.#held.subarray(0, size);
  }

  skip(size: number): void {
    this.#held = this.#held.subarray(size);
  }

  /** Takes so many bytes, of which the first `keep` are given. @returns them, and how many there were */
  async take(size: number, keep: number): Promise<{ readonly bytes: Buffer; readonly length: number }> {
    const pieces: Buffer[] = [];
    let [length, kept] = [0, 0];
    while (length < size) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const piece = this.#held.subarray(0, size - length);
      this.skip(piece.length);
      length += piece.length;
      if (kept < keep) pieces.push(piece.subarray(0, keep - kept));
      kept += piece.length;
    }
    return { bytes: Buffer.concat(pieces), length };
  }

  /** Goes on to behind the next line feed after which a record begins. @returns whether there is one */
  async find(): Promise<boolean> {
    this.skip(1);
    for (;;) {
      const at = this.#held.indexOf(NEXT);
      if (at >= 0) {
        this.skip(at + 1);
        return true;
      }
      this.skip(Math.max(0, this.#held.length - NEXT.length));
      if (!(await this.#more())) return false;
    }
  }

  close = async (): Promise<void> => void (await this.#chunks.return?.());
}

/**
 * The records of a web archive that is not packed, one after the other: no more of it is held than the largest of them that may be held.
 * @param most bytes of a block
 * @throws what the chunks throw, after all that came before
 */
export async function* recordsIn(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Passing> {
  const source = new Source(chunks);
  try {
    for (let head = await source.peek(1); head.length > 0; head = await source.peek(1)) {
      if (head[0] === 10 || head[0] === 13) {
        source.skip(1);
        continue;
      }
      const found = headOf((await source.peek(longestHead)).toString('latin1'));
      if (found === null) {
        yield { ...nothing, fault: 'no record begins where one should.', outsized: false };
        if (!(await source.find())) break;
        continue;
      }
      source.skip(found.length);
      const outsized = found.size > most;
      const { bytes, length } = await source.take(found.size, outsized ? BEGINNING : found.size);
      const fault = length < found.size ? `it ends after ${length} of ${found.size} bytes.` : null;
      yield { ...found.fields, block: new Uint8Array(bytes), fault, outsized };
    }
    if (source.fault !== null) throw source.fault;
  } finally {
    await source.close();
  }
}
