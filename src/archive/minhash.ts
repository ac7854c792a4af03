import { terms } from './terms.ts';

/** Words in a shingle, hash functions, and how many of them make a band: at half of the shingles in common 96 of 100 pairs share a band. */
const SHINGLE = 4;
const BANDS = 24;
const ROWS = 3;
const HASHES = BANDS * ROWS;

/** Fewer shingles tell nothing: two short notices are alike by chance. */
const LEAST = 16;

/** From this share of common shingles on, two texts are printings of one story. */
export const NEAR = 0.5;

/** 32 bits well mixed (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, from: number): number {
  let x = from;
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193);
  return x;
}

const seeds = Uint32Array.from({ length: HASHES }, (_, i) => mix(i * 0x9e3779b9 + 1));

/** A text's MinHash over shingles of four words (Broder 1997), as 72 × 4 bytes, little-endian; null for a text too short to compare. */
export function signatureOf(text: string): Uint8Array | null {
  const words = terms(text).map((word) => hash(word, 0x811c9dc5));
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let x = 0;
    for (let j = 0; j < SHINGLE; j++) x = mix(Math.imul(x, 31) + (words[i + j] ?? 0));
    shingles.add(x);
  }
  if (shingles.size < LEAST) return null;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      const x = mix(shingle ^ (seeds[i] ?? 0));
      if (x < (least[i] ?? 0)) least[i] = x;
    }
  }
  const bytes = new Uint8Array(HASHES * 4);
  const view = new DataView(bytes.buffer);
  least.forEach((value, i) => void view.setUint32(i * 4, value, true));
  return bytes;
}

const valuesOf = (signature: Uint8Array): DataView => new DataView(signature.buffer, signature.byteOffset, signature.byteLength);

/** The estimated share of common shingles. */
export function likeness(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  let same = 0;
  for (let i = 0; i < HASHES; i++) if (a.getUint32(i * 4, true) === b.getUint32(i * 4, true)) same++;
  return same / HASHES;
}

/** A number for each band; two texts that share one are candidates. Whole numbers below 2^53, the band among them. */
export function bandsOf(signature: Uint8Array): readonly number[] {
  const values = valuesOf(signature);
  return Array.from({ length: BANDS }, (_, band) => {
    let [high, low] = [band, ~band];
    for (let row = 0; row < ROWS; row++) {
      const value = values.getUint32((band * ROWS + row) * 4, true);
      high = mix(Math.imul(high, 31) + value);
      low = mix(Math.imul(low, 37) ^ value);
    }
    return (high & 0xfffff) * 0x1_0000_0000 + (low >>> 0);
  });
}
