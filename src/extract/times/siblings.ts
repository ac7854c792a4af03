import type { Found } from './found.ts';
import { dayAt, dayOfMonth, headAt, headValue } from './head.ts';
import { at, type Token, word } from './tokens.ts';
import { months } from './words.ts';

/** "April 24 and 25": a second day of the month just read, after "and", "or", "to" or a dash. */
export function siblingDay(tokens: readonly Token[], from: number): Found | null {
  const link = word(tokens, from);
  if (link !== 'and' && link !== 'or' && link !== 'to' && link !== '-' && link !== '–') return null;
  const second = dayAt(tokens, from + 1);
  const first = dayAt(tokens, from - 1);
  if (
    second === null ||
    first === null ||
    second.day <= first.day ||
    /^[a-z%]/u.test(word(tokens, second.to)) ||
    months.has(word(tokens, second.to))
  )
    return null;
  const named = word(tokens, from - 2) === '.' ? from - 3 : from - 2;
  const month = months.get(word(tokens, named));
  if (month === undefined || !at(tokens, named).capital || headAt(tokens, named)?.kind !== 'day') return null;
  const head = dayOfMonth(month, second.day, second.to);
  return { from: from + 1, to: second.to, type: 'DATE', value: (context) => headValue(head, context, null) };
}
