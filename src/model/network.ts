import type { Span } from '../document/span.ts';
import { words as wordsOf } from '../document/words.ts';
import { type BioLabels, bioLabels, decode } from './decode.ts';
import { FEATURES, features as featuresOf } from './features.ts';
import type { Manifest } from './manifest.ts';
import { plainMark } from './plain-mark.ts';
import { pointers } from './pointers.ts';
import type { Model } from './session.ts';
import type { Signals, Tagged } from './signals.ts';
import { type Window, windows as windowsOf } from './windows.ts';
import type { WordPiece } from './wordpiece.ts';

const CLS = 101n;
const SEP = 102n;
/** Log-probability of a label that a word cannot have. */
const NEVER = -1e9;

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
      const pointing = pointers(text, words, manifest);
      const plan = windowsOf(
        paragraphs,
        sentences,
        words,
        pieces.map((p) => p.length),
        manifest.limit,
      );
      for (const window of plan) {
        // Nobody says anything without a letter: rules, tables of figures and a million quote marks need no network.
        if (!/\p{L}/u.test(text.slice(words[window.from]?.start, words[window.to - 1]?.end))) {
          for (const { offset, labels } of heads.values())
            for (let w = window.homeFrom; w < window.homeTo; w++)
              table.fill(NEVER, w * stride + offset + 1, w * stride + offset + labels.size);
          continue;
        }
        const out = await model.run(feeds(window, pieces, features));
        const { from, homeFrom, homeTo } = window;
        table.set(out.tags.subarray((homeFrom - from) * stride, (homeTo - from) * stride), homeFrom * stride);
        const f = manifest.flags.length;
        flags.set(out.flags.subarray((homeFrom - from) * f, (homeTo - from) * f), homeFrom * f);
        pointing.take(window, out);
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
        point: pointing.point,
        link: pointing.link,
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
