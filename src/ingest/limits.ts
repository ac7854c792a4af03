import { ReadoutError } from '../error.ts';

/** How much an archive may unpack to, counted over all that is in it: a bomb is told before it fills memory or the disk. */
export interface Limits {
  /** Bytes that actually come out, of one file that was named, whatever its archives say of themselves. */
  readonly bytes: number;
  /** Bytes out for each byte in. */
  readonly ratio: number;
  /** Entries of one zip file. */
  readonly entries: number;
  /** Archives within archives. */
  readonly depth: number;
}

export const usualLimits: Limits = { bytes: 16 * 1024 ** 3, ratio: 200, entries: 200_000, depth: 3 };

/** So much may come out whatever the ratio: a small file of blanks is no bomb. */
const FREE = 16 * 1024 * 1024;

export function overLimit(where: string, limit: keyof Limits, value: number): ReadoutError {
  const told: Record<keyof Limits, string> = {
    bytes: `unpacks to more than ${value} bytes`,
    ratio: `unpacks to more than ${value} times its size`,
    entries: `has more than ${value} entries`,
    depth: `holds archives within archives more than ${value} deep`,
  };
  return new ReadoutError(
    'READOUT_UNPACK_LIMIT',
    `${where} ${told[limit]}.`,
    `If you trust it, raise --most-${limit}. What came before is read.`,
  );
}

/** Counts what comes out of one named file. */
export class Meter {
  readonly #limits: Limits;
  readonly #where: string;
  #out = 0;

  constructor(limits: Limits, where: string) {
    this.#limits = limits;
    this.#where = where;
  }

  get limits(): Limits {
    return this.#limits;
  }

  /** Passes bytes on as long as they are within bounds. @param packed bytes that they come from, as far as known @throws ReadoutError READOUT_UNPACK_LIMIT */
  async *through(chunks: AsyncIterable<Uint8Array>, packed: () => number): AsyncGenerator<Uint8Array> {
    let own = 0;
    for await (const chunk of chunks) {
      own += chunk.length;
      this.#out += chunk.length;
      if (this.#out > this.#limits.bytes) throw overLimit(this.#where, 'bytes', this.#limits.bytes);
      if (own > FREE && own > packed() * this.#limits.ratio) throw overLimit(this.#where, 'ratio', this.#limits.ratio);
      yield chunk;
    }
  }
}
