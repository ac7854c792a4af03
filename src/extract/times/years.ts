import { civil } from './calendar.ts';
import type { Context } from './found.ts';
import { spokenYear } from './numbers.ts';
import { at, reads, type Token, word } from './tokens.ts';
import { anchorOf } from './value.ts';

/** The year that a text names after a month or a quarter; `year` is null where it cannot be told. */
export interface YearAfter {
  readonly to: number;
  readonly year: (context: Context) => number | null;
}

/** Four digits that can be a year of news and history. */
export function plainYear(tokens: readonly Token[], from: number): number | null {
  const token = at(tokens, from);
  if (!token.digits || token.word.length !== 4) return null;
  const next = at(tokens, from + 1);
  if ((next.word === ',' || next.word === '.') && !next.spaced && at(tokens, from + 2).digits && !at(tokens, from + 2).spaced) return null;
  const year = Number(token.word);
  return year >= 1000 && year < 2200 ? year : null;
}

/** A year in digits or said aloud. */
function yearAt(tokens: readonly Token[], from: number): { readonly year: number; readonly to: number } | null {
  const year = plainYear(tokens, from);
  return year === null ? spokenYear(tokens, from) : { year, to: from + 1 };
}

const sideYear =
  (by: number) =>
  (context: Context): number | null =>
    context.published === null ? null : civil(context.published).year + by;
const sameYear = (context: Context): number | null => {
  const anchor = anchorOf(context.reference);
  return anchor === null ? null : civil(anchor.day).year;
};

/** "1998", ", 1998", "of 1998", "last year", "of this year", "the same year", "of that year". */
export function yearAfter(tokens: readonly Token[], from: number): YearAfter | null {
  let to = from;
  if (word(tokens, to) === ',' || word(tokens, to) === 'of' || word(tokens, to) === 'in') to++;
  if (reads(tokens, to, 'the', 'year') && yearAt(tokens, to + 2) !== null) to += 2;
  const plain = word(tokens, from) === 'in' ? null : yearAt(tokens, to);
  if (plain !== null) return { to: plain.to, year: () => plain.year };
  if (word(tokens, from) === ',' || word(tokens, from) === 'in') return null;
  if (reads(tokens, to, 'the', 'same', 'year')) return { to: to + 3, year: sameYear };
  if (reads(tokens, to, 'the', 'previous', 'year') || reads(tokens, to, 'the', 'following', 'year')) {
    const by = word(tokens, to + 1) === 'previous' ? -1 : 1;
    return { to: to + 3, year: (context) => (sameYear(context) === null ? null : (sameYear(context) ?? 0) + by) };
  }
  if (word(tokens, to + 1) !== 'year') return null;
  const side = word(tokens, to);
  if (side === 'that') return { to: to + 2, year: sameYear };
  if (side === 'last' || side === 'this' || side === 'next')
    return { to: to + 2, year: sideYear(side === 'last' ? -1 : side === 'this' ? 0 : 1) };
  return null;
}
