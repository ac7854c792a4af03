import type { Span } from './span.ts';
import { trim } from './span.ts';

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/gu;
/** A line that ends a sentence: `He left.`, `“I know.”`, `(Reuters)`, `:` before a list. */
const ENDS_SENTENCE = /[.!?:…][\s"'”’»)\]]*$/u;
/** Below this many line ends inside groups there is too little to tell wrapping from a list. */
const FEWEST_WRAPS = 3;
const NARROWEST = 45;
const WIDEST = 100;
/** Wrapping by hand or by a poor program leaves some room. */
const SLACK = 4;

/**
 * The paragraphs of a text in order: stretches between line breaks without white space at their ends, never empty.
 * Offsets are UTF-16 units. In a hard-wrapped text (a wire copy of 72 columns) only blank lines separate paragraphs.
 * @example paragraphs('One.\n\n Two. ') // [{ start: 0, end: 4 }, { start: 7, end: 11 }]
 */
export function paragraphs(text: string): readonly Span[] {
  const groups = groupsOfLines(text);
  if (!hardWrapped(text, groups)) return groups.flat();
  return groups.map((lines) => ({ start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }));
}

/** Lines that follow each other without a blank line between them. */
function groupsOfLines(text: string): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  const close = () => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  const take = (start: number, end: number) => {
    const line = trim(text, { start, end });
    if (line === null) close();
    else group.push(line);
  };
  let start = 0;
  for (const found of text.matchAll(LINE_BREAK)) {
    take(start, found.index);
    start = found.index + found[0].length;
  }
  take(start, text.length);
  close();
  return groups;
}

/**
 * Whether lines were broken by width and not by sense: most lines that another one follows directly are long, do not end
 * a sentence, and had no room left for the first word of the next line. A list of headlines fails the last of these.
 */
function hardWrapped(text: string, groups: readonly (readonly Span[])[]): boolean {
  const lengths: number[] = [];
  const needs: number[] = [];
  let all = 0;
  let open = 0;
  let lineCount = 0;
  let longLines = 0;
  for (const lines of groups) {
    lineCount += lines.length;
    longLines += lines.filter((line) => line.end - line.start > WIDEST).length;
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i] as Span;
      const next = lines[i + 1] as Span;
      const length = line.end - line.start;
      all++;
      if (length > WIDEST) continue;
      lengths.push(length);
      needs.push(length + 1 + firstWordLength(text, next));
      if (!ENDS_SENTENCE.test(text.slice(Math.max(line.start, line.end - 8), line.end))) open++;
    }
  }
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  // An article of long lines that ends in a few links is not wrapped.
  if (all < FEWEST_WRAPS || width < NARROWEST || longLines > lineCount / 3) return false;
  const full = needs.filter((need) => need + SLACK > width).length;
  return full >= 0.8 * all && open >= 0.6 * all;
}

function firstWordLength(text: string, line: Span): number {
  let end = line.start;
  while (end < line.end && end - line.start < WIDEST && !/\s/u.test(text.charAt(end))) end++;
  return end - line.start;
}
