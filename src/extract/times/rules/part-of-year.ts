import type { Found, Rule } from '../found.ts';
import { type Head, headAt, headValue, shortMonth } from '../head.ts';
import { at, reads, type Token, word } from '../tokens.ts';
import { months, ordinals, seasons } from '../words.ts';
import { plainYear, yearAfter } from '../years.ts';

/** A head with the year that follows it, if one does: "June last year", "the winter of 1994", "third-quarter 1998". */
export function withYear(tokens: readonly Token[], from: number, head: Head, side: -1 | 0 | 1 | null): Found {
  const year = yearAfter(tokens, head.to);
  return {
    from,
    to: year?.to ?? head.to,
    type: 'DATE',
    quarter: head.kind === 'quarter',
    value: (context) => {
      const told = year?.year(context) ?? null;
      return told === null ? headValue(head, context, side) : head.value(told);
    },
  };
}

/** "the 1988 second quarter", "the 1998 fourth-quarter results". */
function ledByYear(tokens: readonly Token[], from: number): Found | null {
  const year = plainYear(tokens, from);
  const head = year === null ? null : headAt(tokens, from + 1);
  if (year === null || head === null || (head.kind !== 'quarter' && head.kind !== 'half')) return null;
  return { from, to: head.to, type: 'DATE', quarter: head.kind === 'quarter', value: () => head.value(year) };
}

/** A month, quarter or half; a season only with an article or a year ("fall" and "spring" are verbs). */
export const partOfYear: Rule = {
  name: 'part-of-year',
  starts: ['#', ...months.keys(), ...seasons.keys(), ...ordinals.keys()],
  match(tokens, from) {
    const led = ledByYear(tokens, from);
    if (led !== null) return led;
    const head = headAt(tokens, from);
    if (head === null || head.kind === 'day' || head.kind === 'holiday') return null;
    const found = withYear(tokens, from, head, null);
    if (found.to > head.to) return found;
    const before = word(tokens, from - 1);
    if (head.kind === 'season') {
      return (before === 'the' &&
        ['in', 'during', 'by', 'until', 'since', 'through'].includes(word(tokens, from - 2)) &&
        !at(tokens, head.to).capital) ||
        before === 'early' ||
        before === 'late'
        ? found
        : null;
    }
    if (head.kind === 'half' && !reads(tokens, head.to, 'of') && before !== 'the') return null;
    if (head.kind === 'half' && reads(tokens, head.to, 'of')) return null;
    return head.kind === 'month' && shortMonth(word(tokens, from)) && head.to === from + 1 ? null : found;
  },
};
