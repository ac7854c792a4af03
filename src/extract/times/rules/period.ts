import { civil, yearValue } from '../calendar.ts';
import type { Context, Found, Rule } from '../found.ts';
import { pastHyphen, reads, type Token, word } from '../tokens.ts';
import { anchorOf, holding, shifted } from '../value.ts';
import { plainYear } from '../years.ts';

const nouns = new Set(['quarter', 'period', 'half']);

/** The quarter in talk; the last one that ended before the publication where none was named. */
const current = (context: Context): number | null => {
  const anchor = anchorOf(context.period);
  if (anchor !== null) return anchor.day;
  if (context.published === null) return null;
  const start = anchorOf(holding(context.published, 'Q'));
  return start === null ? null : start.day - 1;
};

export const periodValue = (context: Context, back: number, otherwise: string): string => {
  const day = current(context);
  return day === null ? otherwise : back > 0 ? shifted(day, -4 * back, 'Q') : holding(day, 'Q');
};

/** Company reports: "the quarter", "the latest period", "the year-earlier period", "year-ago", "the 1988 period", "the corresponding period last year". */
export const period: Rule = {
  name: 'period',
  starts: ['latest', 'year', 'quarter', 'corresponding', 'comparable', 'same', 'like', '#'],
  match(tokens, from): Found | null {
    const first = word(tokens, from);
    const back = (context: Context): string => periodValue(context, 1, 'PAST_REF');
    if (first === 'year') {
      const index = pastHyphen(tokens, from + 1);
      if (index === from + 1 || (word(tokens, index) !== 'earlier' && word(tokens, index) !== 'ago')) return null;
      return { from, to: nouns.has(word(tokens, index + 1)) ? index + 2 : index + 1, type: 'DATE', value: back };
    }
    if (first === 'quarter')
      return word(tokens, from - 1) === 'the' && word(tokens, from + 1) !== 'of'
        ? { from, to: from + 1, type: 'DATE', value: (context) => periodValue(context, 0, 'PAST_REF') }
        : null;
    const noun = word(tokens, from + 1);
    if (first === 'latest')
      return nouns.has(noun) ? { from, to: from + 2, type: 'DATE', value: (context) => periodValue(context, 0, 'PAST_REF') } : null;
    const year = plainYear(tokens, from);
    if (year !== null)
      return word(tokens, from - 1) === 'the' && nouns.has(noun)
        ? { from, to: from + 2, type: 'DATE', value: (context) => inYear(context, year) }
        : null;
    if (!nouns.has(noun)) return null;
    return afterPeriod(tokens, from, back);
  },
};

/** "the same period a year earlier", "the corresponding quarter last year". */
function afterPeriod(tokens: readonly Token[], from: number, back: (context: Context) => string): Found | null {
  const to = word(tokens, from + 2) === 'of' ? from + 3 : from + 2;
  if (reads(tokens, to, 'last', 'year')) return { from, to: to + 2, type: 'DATE', value: back };
  if (reads(tokens, to, 'a', 'year', 'earlier') || reads(tokens, to, 'a', 'year', 'ago'))
    return { from, to: to + 3, type: 'DATE', value: back };
  return null;
}

function inYear(context: Context, year: number): string {
  const day = anchorOf(context.period)?.day ?? null;
  return day === null
    ? yearValue(year)
    : holding(anchorOf(`${yearValue(year)}-${String(civil(day).month).padStart(2, '0')}`)?.day ?? day, 'Q');
}
