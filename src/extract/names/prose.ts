import type { Span } from '../../document/span.ts';
import { words as cutWords } from '../../document/words.ts';

/** How a word is written: `Kim` capital, `NATO` caps, `leader` lower, `1984` number, `,` mark. */
export type Shape = 'lower' | 'capital' | 'caps' | 'number' | 'mark';

export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly shape: Shape;
  /** Whether it touches the word before: the `s` of `Kim's`. */
  readonly glued: boolean;
  /** Index of its sentence and paragraph. */
  readonly sentence: number;
  readonly paragraph: number;
}

/** A text as the stages of names and actors look at it: words with their sentence. A run of words is `[from, to)`. */
export interface Prose {
  readonly text: string;
  readonly words: readonly Word[];
  /** For each word its text, for phrase tables. */
  readonly texts: readonly string[];
  readonly lowers: readonly string[];
}

/** A run of words `[from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

export function shapeOf(text: string): Shape {
  const first = text.charCodeAt(0);
  if (first >= 97 && first <= 122) return UPPER.test(text) && /^(?:mc|de|al|i|e)?\p{Lu}/u.test(text) ? 'capital' : 'lower';
  if (!LETTER.test(text)) return /^\p{N}/u.test(text) ? 'number' : 'mark';
  if (!UPPER.test(text)) return /^\p{N}/u.test(text) ? 'number' : 'lower';
  return LOWER.test(text) ? 'capital' : 'caps';
}

/** Words with shape, sentence and paragraph. `spans` are the network's words, which are the same as `document/words.ts` cuts. */
export function prose(
  text: string,
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  spans: readonly Span[] = cutWords(text),
): Prose {
  const list: Word[] = [];
  let paragraph = 0;
  let sentence = 0;
  let before = -1;
  for (const { start, end } of spans) {
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1]?.start ?? 0) <= start) paragraph++;
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.start ?? 0) <= start) sentence++;
    const word = text.slice(start, end);
    list.push({ start, end, text: word, lower: word.toLowerCase(), shape: shapeOf(word), glued: start === before, sentence, paragraph });
    before = end;
  }
  return { text, words: list, texts: list.map((word) => word.text), lowers: list.map((word) => word.lower) };
}

/** Index of the first word that ends after `offset` (the number of words if none does). */
export function wordAt(words: readonly Span[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that a span touches. */
export function runOf(words: readonly Span[], span: Span): Run {
  const from = wordAt(words, span.start);
  let to = from;
  while (to < words.length && (words[to]?.start ?? 0) < span.end) to++;
  return { from, to };
}

/** The characters of a run. */
export const spanOf = (words: readonly Span[], run: Run): Span => ({
  start: words[run.from]?.start ?? 0,
  end: words[run.to - 1]?.end ?? 0,
});

export const textOf = (prose: Prose, run: Run): string =>
  prose.text.slice(prose.words[run.from]?.start ?? 0, prose.words[run.to - 1]?.end ?? 0);

const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ']);

/** Whether a possessive mark starts at `at`: `'s`, `’s`, or the bare mark after `s`. */
export function possessiveAt(prose: Prose, at: number): 0 | 1 | 2 {
  const mark = prose.words[at];
  if (mark === undefined || !mark.glued || !APOSTROPHES.has(mark.text)) return 0;
  const after = prose.words[at + 1];
  if (after?.glued && after.lower === 's') return 2;
  if (after?.glued) return 0;
  return prose.words[at - 1]?.lower.endsWith('s') ? 1 : 0;
}
