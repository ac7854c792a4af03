import type { Span } from '../document/span.ts';
import { words as wordsOf } from '../document/words.ts';
import { type BioLabels, bioLabels, decode } from './decode.ts';
import { FEATURES, features as featuresOf } from './features.ts';
import type { Manifest } from './manifest.ts';
import { plainMark } from './plain-mark.ts';
import type { Model } from './session.ts';
import type { Pointed, Relation, Signals, Tagged } from './signals.ts';
import { type Window, windows as windowsOf } from './windows.ts';
import type { WordPiece } from './wordpiece.ts';

const CLS = 101n;
const SEP = 102n;

/** What one window gave: pointer vectors of its words; row 0 of `key` is "none". */
interface Seen extends Window {
  readonly query: Float32Array;
  readonly key: Float32Array;
}

/** The network behind one function: a text in, its signals out. */
export interface Network {
  /** @param paragraphs of `text`; what lies outside them is not read @param sentences of `text` */
  see(text: string, paragraphs: readonly Span[], sentences: readonly Span[]): Promise<Signals>;
}

/** Puts tokenizer, session and decoding together. The same text gives the same signals on every machine: one window a run, no padding. */
export function network(model: Model, wordPiece: WordPiece, manifest: Manifest): Network {
  const heads = new Map<string, { offset: number; labels: BioLabels }>();
  let stride = 0;
  for (const { name, labels } of manifest.heads) {
    heads.set(name, { offset: stride, labels: bioLabels(labels) });
    stride += labels.length;
  }
  const vector = manifest.relations.length * manifest.pointer;

  return {
    async see(text, paragraphs, sentences) {
      // Word by paragraph: what was set aside (another language, a megabyte of marks) costs nothing here.
      const words = paragraphs.flatMap(({ start, end }) =>
        wordsOf(text.slice(start, end)).map((w) => ({ start: start + w.start, end: start + w.end })),
      );
      const features = featuresOf(text, words, paragraphs);
      const pieces = words.map(({ start, end }) =>
        wordPiece(manifest.plainMarks ? plainMark(text.slice(start, end)) : text.slice(start, end)),
      );
      const table = new Float32Array(words.length * stride);
      const flags = new Float32Array(words.length * manifest.flags.length);
      const seen: Seen[] = [];
      const plan = windowsOf(
        paragraphs,
        sentences,
        words,
        pieces.map((p) => p.length),
        manifest.limit,
      );
      for (const window of plan) {
        // Nobody says anything without a letter: rules, tables of figures and a million quote marks need no network.
        if (!/\p{L}/u.test(text.slice(words[window.from]?.start, words[window.to - 1]?.end))) continue;
        const out = await model.run(feeds(window, pieces, features));
        const { from, homeFrom, homeTo } = window;
        table.set(out.tags.subarray((homeFrom - from) * stride, (homeTo - from) * stride), homeFrom * stride);
        const f = manifest.flags.length;
        flags.set(out.flags.subarray((homeFrom - from) * f, (homeTo - from) * f), homeFrom * f);
        seen.push({ ...window, query: out.query, key: out.key });
      }
      const opens = (word: number): boolean => (features[word] ?? 0) >= FEATURES / 2;
      const tags = (name: string): Tagged[] => {
        const head = heads.get(name);
        return head ? decode(table, words.length, stride, head.offset, head.labels, opens) : [];
      };
      return {
        words,
        tags: {
          attribution: tags('attribution'),
          quotation: tags('quotation'),
          inner: tags('inner'),
          names: tags('names'),
          events: tags('events'),
          hedge: tags('hedge'),
        },
        flag: (flag, word) => flags[word * manifest.flags.length + manifest.flags.indexOf(flag)] ?? 0,
        ...pointers(seen, words.length, vector, manifest),
      };
    },
  };
}

function feeds(window: Window, pieces: readonly (readonly number[])[], features: Uint8Array) {
  const ids: bigint[] = [CLS];
  const numbers: bigint[] = [0n];
  const firsts: bigint[] = [];
  for (let w = window.from; w < window.to; w++) {
    firsts.push(BigInt(ids.length));
    for (const piece of pieces[w] ?? []) {
      ids.push(BigInt(piece));
      numbers.push(BigInt(features[w] ?? 0));
    }
  }
  ids.push(SEP);
  numbers.push(0n);
  return { pieces: BigInt64Array.from(ids), features: BigInt64Array.from(numbers), firsts: BigInt64Array.from(firsts) };
}

/** Pointing happens inside the word's home window, where the word has the most context around it. */
function pointers(seen: readonly Seen[], count: number, vector: number, manifest: Manifest): Pick<Signals, 'point' | 'link'> {
  const home = new Int32Array(count).fill(-1);
  seen.forEach((window, index) => {
    home.fill(index, window.homeFrom, window.homeTo);
  });
  const known = new Map<string, Float64Array>();

  /** Probabilities over "none" and the words of the home window. */
  const probabilities = (relation: Relation, word: number): { window: Seen; p: Float64Array } | null => {
    const window = seen[home[word] ?? -1];
    const r = manifest.relations.indexOf(relation);
    if (!window || r < 0) return null;
    const name = `${relation} ${word}`;
    let p = known.get(name);
    if (!p) {
      p = softmax(
        scores(
          window.query,
          (word - window.from) * vector + r * manifest.pointer,
          window.key,
          r * manifest.pointer,
          vector,
          manifest.pointer,
        ),
      );
      known.set(name, p);
    }
    return { window, p };
  };

  return {
    point(relation, word, most = 8) {
      const found = probabilities(relation, word);
      if (!found) return [];
      const { window, p } = found;
      const all: Pointed[] = Array.from(p, (value, row) => ({ word: row === 0 ? -1 : window.from + row - 1, p: value }));
      return all.sort((a, b) => b.p - a.p || a.word - b.word).slice(0, most);
    },
    link(relation, from, to) {
      const found = probabilities(relation, from);
      if (!found) return 0;
      if (to < 0) return found.p[0] ?? 0;
      if (to < found.window.from || to >= found.window.to) return 0;
      return found.p[to - found.window.from + 1] ?? 0;
    },
  };
}

function scores(query: Float32Array, at: number, key: Float32Array, offset: number, stride: number, size: number): Float64Array {
  const rows = key.length / stride;
  const out = new Float64Array(rows);
  const scale = 1 / Math.sqrt(size);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (query[at + i] as number) * (key[row * stride + offset + i] as number);
    out[row] = sum * scale;
  }
  return out;
}

function softmax(values: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) top = Math.max(top, value);
  let sum = 0;
  const out = values.map((value) => Math.exp(value - top));
  for (const value of out) sum += value;
  return out.map((value) => value / sum);
}
