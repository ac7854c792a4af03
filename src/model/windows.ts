import type { Span } from '../document/span.ts';

/** What the network sees at once: the words `[from, to)`; its answer is taken for the words `[homeFrom, homeTo)`. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly homeFrom: number;
  readonly homeTo: number;
}

/** 256 places less [CLS] and [SEP]. */
const LIMIT = 254;
/** So many pieces of a paragraph that is too long, or too long to be seen twice, stand in the next window again. */
const OVERLAP = 60;
/** Five paragraphs of news are some 220 pieces, nearly a window: anchors cost little. */
const ANCHORS = 5;

/** The document as the windows see it: borders are word indices, `before[i]` counts the pieces of the words before word i. */
interface Layout {
  readonly before: Float64Array;
  /** First words of sentences, ascending; every paragraph's first word is one of them. */
  readonly sentences: readonly number[];
  readonly limit: number;
  readonly overlap: number;
}

/**
 * Packs whole paragraphs into windows of at most `limit` pieces. A window begins with the last paragraph of the one before,
 * so that `he` still sees his name; where that does not fit, with its last sentences. A paragraph that is too long is cut
 * at sentence ends where it can be. Every word has one home window, the one where it stands farther from an edge; a sentence
 * that is whole in a window has its home there. Windows depend on nothing after them: a paragraph more at the end changes only the last; nor on what stands before the last anchor.
 * @param paragraphs and `sentences` as spans of the text, in order @param pieceCounts pieces of each word
 */
export function windows(
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  words: readonly Span[],
  pieceCounts: ArrayLike<number>,
  limit = LIMIT,
): readonly Window[] {
  if (words.length === 0) return [];
  const before = new Float64Array(words.length + 1);
  for (let i = 0; i < words.length; i++) before[i + 1] = (before[i] as number) + (pieceCounts[i] as number);
  const opened = firstWords(paragraphs, words);
  const starts = [...new Set([...opened, ...firstWords(sentences, words)])].sort((a, b) => a - b);
  const layout = { before, sentences: starts, limit, overlap: Math.min(OVERLAP, Math.floor(limit / 4)) };
  return withHomes(layout, pack(layout, opened, words.length));
}

/** The first word of each span, ascending and without repetition; word 0 always among them. */
function firstWords(spans: readonly Span[], words: readonly Span[]): readonly number[] {
  const found = [0];
  let word = 0;
  for (const span of spans) {
    while (word < words.length && (words[word] as Span).start < span.start) word++;
    if (word < words.length && word !== found.at(-1)) found.push(word);
  }
  return found;
}

type Stretch = readonly [from: number, to: number];

function pack(layout: Layout, opened: readonly number[], end: number): readonly Stretch[] {
  const done: Stretch[] = [];
  // The window being filled, and where the last paragraph in it begins.
  let from = 0;
  let to = 0;
  let last = 0;
  opened.forEach((start, i) => {
    const stop = opened[i + 1] ?? end;
    if (size(layout, from, stop) > layout.limit || (i > 0 && isAnchor(size(layout, start, stop)))) {
      const again = begin(layout, last, to, stop);
      // A short window that comes back whole at the head of the next need not stand by itself.
      if (again > from) done.push([from, to]);
      from = again;
      // Only a paragraph that is too long by itself gets here still too long.
      const parts = cut(layout, from, start, stop);
      for (const part of parts.slice(0, -1)) done.push(part);
      from = parts.at(-1)?.[0] ?? start;
      last = parts.length > 1 ? Math.max(start, parts.at(-2)?.[1] ?? start) : start;
    } else last = start;
    to = stop;
  });
  done.push([from, to]);
  return done;
}

/**
 * Whether a window begins at a paragraph of so many pieces whatever stands before it, one in ANCHORS. So a paragraph more at the head of an article
 * changes the windows up to the next anchor, not all of them.
 */
const isAnchor = (pieces: number): boolean => pieces % ANCHORS === 0;

const size = ({ before }: Layout, from: number, to: number): number => (before[to] as number) - (before[from] as number);

/** Where the window for the paragraph `[to, stop)` begins, when the paragraph before it is `[last, to)`. */
function begin(layout: Layout, last: number, to: number, stop: number): number {
  if (size(layout, last, stop) <= layout.limit) return last;
  const tail = tailOf(layout, last, to);
  // A paragraph that will be cut needs room for its first word only.
  const needed = size(layout, to, stop) > layout.limit ? to + 1 : stop;
  return size(layout, tail, needed) <= layout.limit ? tail : to;
}

/** The start of the last sentences of `[from, to)` that fit into the overlap; `to` where not even one does. */
function tailOf(layout: Layout, from: number, to: number): number {
  let tail = to;
  for (let i = lastAt(layout.sentences, to - 1); i >= 0; i--) {
    const start = layout.sentences[i] as number;
    if (start < from || size(layout, start, to) > layout.overlap) break;
    tail = start;
  }
  return tail;
}

/** Cuts `[from, end)` into overlapping parts within the limit; the words before `seen` were in the window before as well. */
function cut(layout: Layout, from: number, seen: number, end: number): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  let done = seen;
  while (size(layout, start, end) > layout.limit && end - start > 1) {
    let to = start + 1;
    while (size(layout, start, to + 1) <= layout.limit) to++;
    // A new word at least, however odd the sizes are.
    if (to <= done) {
      start = done;
      continue;
    }
    const sentence = layout.sentences[lastAt(layout.sentences, to)] ?? 0;
    if (sentence > done && size(layout, start, sentence) >= layout.limit / 2) to = sentence;
    parts.push([start, to]);
    start = restart(layout, done, to);
    done = to;
  }
  parts.push([start, end]);
  return parts;
}

/** Where the next part of a long paragraph begins: some sentences back, or within a sentence that is itself too long. */
function restart(layout: Layout, done: number, to: number): number {
  const tail = tailOf(layout, done, to);
  if (tail < to) return tail;
  let start = to;
  while (start - 1 > done && size(layout, start - 1, to) <= layout.overlap) start--;
  return start;
}

function withHomes(layout: Layout, stretches: readonly Stretch[]): readonly Window[] {
  let homeFrom = 0;
  return stretches.map(([from, to], i) => {
    const next = stretches[i + 1];
    const homeTo = next === undefined ? to : border(layout, next[0], to);
    const window = { from, to, homeFrom, homeTo };
    homeFrom = homeTo;
    return window;
  });
}

/** Where the home passes from one window to the next, `[from, to]` standing in both: the sentence start nearest to the middle, of two the later. */
function border(layout: Layout, from: number, to: number): number {
  const middle = ((layout.before[from] as number) + (layout.before[to] as number)) / 2;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  const consider = (word: number) => {
    const distance = Math.abs((layout.before[word] as number) - middle);
    if (distance > least) return;
    best = word;
    least = distance;
  };
  for (let i = lastAt(layout.sentences, from - 1) + 1; i < layout.sentences.length && (layout.sentences[i] as number) <= to; i++) {
    consider(layout.sentences[i] as number);
  }
  if (best < 0) for (let word = from; word <= to; word++) consider(word);
  return best;
}

/** Index of the last number in `ascending` that is at most `most`; -1 for none. */
function lastAt(ascending: readonly number[], most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
