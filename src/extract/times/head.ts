import { civil, dayNumber, dayValue, monthLength, monthValue, quarterValue, two, yearValue } from './calendar.ts';
import type { Context } from './found.ts';
import { holidayAt } from './holidays.ts';
import { ordinal } from './numbers.ts';
import { at, pastHyphen, reads, type Token, word } from './tokens.ts';
import { months, seasons } from './words.ts';

/** A part of a year that returns every year: a month, a day of a month, a season, a quarter, a half, a holiday. */
export interface Head {
  readonly kind: 'month' | 'day' | 'season' | 'quarter' | 'half' | 'holiday';
  readonly to: number;
  readonly value: (year: number) => string;
  readonly start: (year: number) => number;
  readonly end: (year: number) => number;
  /** The value without a year: `XXXX-10`. */
  readonly unknown: string;
}

function month(number: number, to: number): Head {
  return {
    kind: 'month',
    to,
    unknown: `XXXX-${two(number)}`,
    value: (year) => monthValue(year, number),
    start: (year) => dayNumber(year, number, 1),
    end: (year) => dayNumber(year, number, monthLength(year, number)),
  };
}

export function dayOfMonth(number: number, day: number, to: number): Head {
  const on = (year: number): number => dayNumber(year, number, day);
  return { kind: 'day', to, unknown: `XXXX-${two(number)}-${two(day)}`, value: (year) => dayValue(on(year)), start: on, end: on };
}

const firstMonth = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

function season(code: string, to: number): Head {
  const first = firstMonth[code as keyof typeof firstMonth];
  const start = (year: number): number => dayNumber(year, first, 1);
  return {
    kind: 'season',
    to,
    unknown: `XXXX-${code}`,
    value: (year) => `${yearValue(year)}-${code}`,
    start,
    end: (year) => start(year) + 90,
  };
}

function parted(kind: 'quarter' | 'half', number: number, to: number): Head {
  const size = kind === 'quarter' ? 3 : 6;
  const value = (year: number): string => (kind === 'quarter' ? quarterValue(year, number) : `${yearValue(year)}-H${number}`);
  return {
    kind,
    to,
    value,
    unknown: kind === 'quarter' ? `XXXX-Q${number}` : `XXXX-H${number}`,
    start: (year) => dayNumber(year, (number - 1) * size + 1, 1),
    end: (year) => dayNumber(year, number * size, monthLength(year, number * size)),
  };
}

/** A day of the month in digits or with its ending, "6", "6th", "eighth"; 0 where there is none. Longer numbers, decimals, sums and clock times are none. */
export function dayAt(tokens: readonly Token[], from: number): { readonly day: number; readonly to: number } | null {
  const token = at(tokens, from);
  const ending = ordinal(tokens, from);
  if (ending !== null) return ending.amount >= 1 && ending.amount <= 31 ? { day: ending.amount, to: ending.to } : null;
  if (!token.digits || token.word.length > 2) return null;
  const day = Number(token.word);
  const next = at(tokens, from + 1);
  const glued =
    !next.spaced &&
    (next.word === '%' ||
      ((next.word === ':' || next.word === '.' || next.word === ',' || next.word === '/') &&
        at(tokens, from + 2).digits &&
        !at(tokens, from + 2).spaced));
  return day >= 1 && day <= 31 && !glued ? { day, to: from + 1 } : null;
}

/** The index after a month's name with its point, "Sept.". */
const pastPoint = (tokens: readonly Token[], from: number): number =>
  word(tokens, from) === '.' && !at(tokens, from).spaced && shortMonth(word(tokens, from - 1)) ? from + 1 : from;

/** "Jan", "Sept": needs its point, a day or a year after it ("Jan" is a name too). */
export const shortMonth = (name: string): boolean =>
  months.has(name) && name.length <= 4 && name !== 'may' && name !== 'june' && name !== 'july';

/** The recurring part of a year that begins at `from`; a month needs a capital. */
export function headAt(tokens: readonly Token[], from: number): Head | null {
  const first = at(tokens, from);
  if (first.word === 'may' && word(tokens, from + 1) === 'day') return holidayAt(tokens, from);
  const number = months.get(first.word);
  if (number !== undefined) {
    if (!first.capital) return null;
    const to = pastPoint(tokens, from + 1);
    const day = dayAt(tokens, reads(tokens, to, 'the') ? to + 1 : to);
    if (day !== null && day.day <= monthLength(2000, number)) return dayOfMonth(number, day.day, day.to);
    return month(number, to);
  }
  const code = seasons.get(first.word);
  if (code !== undefined) return season(code, from + 1);
  const nth = ordinal(tokens, from);
  if (nth !== null) {
    const unit = pastHyphen(tokens, nth.to);
    const name = word(tokens, unit);
    if (name === 'quarter' && nth.amount <= 4) return parted('quarter', nth.amount, unit + 1);
    if (name === 'half' && nth.amount <= 2) return parted('half', nth.amount, unit + 1);
    if (name === 'of' && months.has(word(tokens, unit + 1)) && at(tokens, unit + 1).capital && nth.amount <= 31) {
      return dayOfMonth(months.get(word(tokens, unit + 1)) ?? 1, nth.amount, unit + 2);
    }
  }
  const day = dayAt(tokens, from);
  if (day !== null) {
    const after = at(tokens, day.to);
    const named = months.get(after.word);
    if (named !== undefined && after.capital && after.spaced && day.day <= monthLength(2000, named))
      return dayOfMonth(named, day.day, pastPoint(tokens, day.to + 1));
  }
  return holidayAt(tokens, from);
}

/** How much further ahead than behind an untold year may lie: company reports and news look back more than forward. */
const caution = { month: 1.4, day: 1.2, season: 2, quarter: 2.5, half: 2.5, holiday: 2 } as const;

/** The year of a head, from the publication, the side word ("last May") and the tense around. */
function yearOf(head: Head, context: Context, side: -1 | 0 | 1 | null): number | null {
  const { published, tense } = context;
  if (published === null) return null;
  const { year } = civil(published);
  const years = [year - 1, year, year + 1];
  // "last February", said in March, is a year ago: the one just gone would be "last month".
  const justGone = (each: number): boolean => head.kind === 'month' && each === year && published - head.end(each) <= 31;
  if (side === -1) return [...years].reverse().find((each) => head.end(each) < published && !justGone(each)) ?? year - 1;
  if (side === 1) return years.find((each) => head.start(each) > published) ?? year + 1;
  const weight = caution[head.kind] * (side === 0 || tense === null ? 1 : tense === 'future' ? 0.4 : 3);
  const distance = (each: number): number =>
    head.start(each) > published ? (head.start(each) - published) * weight : Math.max(0, published - head.end(each));
  if (side === 0 && head.kind !== 'season') return year;
  return years.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

/** The head's value, with its year where one can be told. */
export function headValue(head: Head, context: Context, side: -1 | 0 | 1 | null): string {
  const year = yearOf(head, context, side);
  return year === null ? head.unknown : head.value(year);
}
