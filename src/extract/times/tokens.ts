import type { Span } from '../../document/span.ts';

/** One word, number or mark. `word` is in small letters; a paragraph's end is the word `\n`, which no rule reads over. */
export interface Token extends Span {
  readonly word: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** A run of digits. */
  readonly digits: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
}

const scanner = /\n[ \t\r]*\n|[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]/gu;

/** No word or number of a time expression is longer; the rest of a longer run is not kept, so that a megabyte of digits costs nothing. */
const longest = 24;

/** The text's tokens, in one linear scan. With `paragraphs`, a paragraph's end is a break even where only one line end stands there. */
export function tokenize(text: string, paragraphs: readonly Span[] = []): readonly Token[] {
  const tokens: Token[] = [];
  const starts = paragraphs.map((paragraph) => paragraph.start).sort((a, b) => a - b);
  let paragraph = 0;
  let last = 0;
  for (const match of text.matchAll(scanner)) {
    const start = match.index;
    const found = match[0];
    const end = start + found.length;
    let broken = false;
    while (paragraph < starts.length && (starts[paragraph] ?? 0) <= start) {
      broken ||= (starts[paragraph] ?? 0) >= last && last > 0;
      paragraph++;
    }
    if (broken) tokens.push({ start, end: start, word: '\n', capital: false, digits: false, spaced: true });
    const first = found.charCodeAt(0);
    if (first === 10) tokens.push({ start, end: start, word: '\n', capital: false, digits: false, spaced: true });
    else {
      const kept = found.length > longest ? found.slice(0, longest) : found;
      tokens.push({
        start,
        end,
        word: kept.toLowerCase(),
        capital: first >= 65 && first <= 90,
        digits: first >= 48 && first <= 57,
        spaced: start > last,
      });
    }
    last = end;
  }
  return tokens;
}

const none: Token = { start: 0, end: 0, word: '\n', capital: false, digits: false, spaced: true };

/** The token at `index`; a break outside the text. */
export const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? none;

/** The word at `index`; `\n` outside the text. */
export const word = (tokens: readonly Token[], index: number): string => at(tokens, index).word;

/** Whether the words from `index` on are `words`. */
export const reads = (tokens: readonly Token[], index: number, ...words: readonly string[]): boolean =>
  words.every((each, offset) => word(tokens, index + offset) === each);

/** The index after a hyphen or dash that ties two words ("two-year"), or the same index. */
export const pastHyphen = (tokens: readonly Token[], index: number): number => {
  const mark = word(tokens, index);
  return mark === '-' || mark === '‑' || mark === '–' ? index + 1 : index;
};
