import type { Random } from './random.ts';

/** The longest input that is tried: faults show in small ones, and small ones are quick. */
export const longest = 8_192;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts).subarray(0, longest);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

type Mutation = (bytes: Uint8Array, random: Random, words: readonly string[], other: Uint8Array) => Uint8Array;

const cut = (bytes: Uint8Array, random: Random): readonly [number, number] => {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(random.one([2, 8, 64, 512])))];
};

/** Numbers at which counters and lengths turn over. */
const edges = [
  '0',
  '-1',
  '1',
  '65535',
  '65536',
  '2147483647',
  '4294967296',
  '9007199254740993',
  '1e999',
  '0x7fffffff',
  '999999999999999999999',
];

const mutations: readonly Mutation[] = [
  // A byte is another.
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  // A bit is flipped.
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    const at = random.below(copy.length);
    if (copy.length > 0) copy[at] = (copy[at] as number) ^ (1 << random.below(8));
    return copy;
  },
  // A word of the format is put in, or put over what stood there.
  (bytes, random, words) => {
    const at = random.below(bytes.length + 1);
    const word = latin(random.one(words));
    return joined(bytes.subarray(0, at), word, bytes.subarray(random.below(2) === 0 ? at : Math.min(bytes.length, at + word.length)));
  },
  // A stretch is gone.
  (bytes, random) => {
    const [from, to] = cut(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  // A stretch is there again, here or elsewhere.
  (bytes, random) => {
    const [from, to] = cut(bytes, random);
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at));
  },
  // A stretch is there many times.
  (bytes, random) => {
    const [from, to] = cut(bytes, random);
    const times = random.one([3, 30, 300]);
    return joined(bytes.subarray(0, from), ...Array.from({ length: times }, () => bytes.subarray(from, to)), bytes.subarray(to));
  },
  // It ends early.
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  // It goes on as another.
  (bytes, random, _, other) => joined(bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))),
  // A number is another.
  (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1');
    const numbers = [...text.matchAll(/\d+/gu)];
    const found = random.one(numbers);
    if (found === undefined) return bytes;
    return latin(text.slice(0, found.index) + random.one(edges) + text.slice(found.index + found[0].length)).subarray(0, longest);
  },
  // Four bytes are a number of another size.
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    if (copy.length >= 4) copy.writeUInt32LE(random.one([0, 1, 0xffff, 0x10000, 0x7fffffff, 0xffffffff]), random.below(copy.length - 3));
    return copy;
  },
];

/** An input made out of one of the corpus by a few of these. */
export function mutated(bytes: Uint8Array, random: Random, words: readonly string[], other: Uint8Array): Uint8Array {
  let made = bytes;
  for (let times = 1 + random.below(5); times > 0; times--) made = random.one(mutations)(made, random, words, other);
  return Uint8Array.from(made);
}
