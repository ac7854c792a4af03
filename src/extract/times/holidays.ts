import { civil, dayNumber, dayValue, two, weekdayOf } from './calendar.ts';
import type { Head } from './head.ts';
import { at, reads, type Token, word } from './tokens.ts';

/** The nth weekday of a month; from the end where `nth` is -1. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next - 1 - ((weekdayOf(next - 1) - weekday + 7) % 7);
}

/** Western Easter Sunday (the anonymous Gregorian computus). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayNumber(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1);
}

type When = (year: number) => number;
const on =
  (month: number, day: number): When =>
  (year) =>
    dayNumber(year, month, day);

/** Names in small letters and the day they fall on. Two words are tried before one. */
const holidays: ReadonlyMap<string, When> = new Map<string, When>([
  ['thanksgiving day', (year) => nthWeekday(year, 11, 4, 4)],
  ['thanksgiving', (year) => nthWeekday(year, 11, 4, 4)],
  ['christmas day', on(12, 25)],
  ['christmas eve', on(12, 24)],
  ['christmas', on(12, 25)],
  ['boxing day', on(12, 26)],
  ['halloween', on(10, 31)],
  ['new year’s day', on(1, 1)],
  ["new year's day", on(1, 1)],
  ['new year’s eve', on(12, 31)],
  ["new year's eve", on(12, 31)],
  ['valentine’s day', on(2, 14)],
  ["valentine's day", on(2, 14)],
  ['independence day', on(7, 4)],
  ['veterans day', on(11, 11)],
  ['armistice day', on(11, 11)],
  ['memorial day', (year) => nthWeekday(year, 5, 1, -1)],
  ['labor day', (year) => nthWeekday(year, 9, 1, 1)],
  ['columbus day', (year) => nthWeekday(year, 10, 1, 2)],
  ["presidents' day", (year) => nthWeekday(year, 2, 1, 3)],
  ['presidents day', (year) => nthWeekday(year, 2, 1, 3)],
  ['election day', (year) => nthWeekday(year, 11, 1, 1) + 1],
  ['inauguration day', on(1, 20)],
  ['may day', on(5, 1)],
  ['bastille day', on(7, 14)],
  ['easter sunday', easter],
  ['easter monday', (year) => easter(year) + 1],
  ['easter', easter],
  ['good friday', (year) => easter(year) - 2],
  ['palm sunday', (year) => easter(year) - 7],
  ['ash wednesday', (year) => easter(year) - 46],
  ['pentecost', (year) => easter(year) + 49],
]);

export const holidayStarts: readonly string[] = [...new Set([...holidays.keys()].map((name) => /^[a-z]+/u.exec(name)?.[0] ?? name))];

/** Some words long at most; the longest name that stands at `from`, capitalised. */
export function holidayAt(tokens: readonly Token[], from: number): Head | null {
  const first = at(tokens, from);
  if (!first.capital) return null;
  let name = first.word;
  let best: { readonly to: number; readonly when: When } | null = null;
  for (let to = from + 1; to <= from + 5; to++) {
    const when = holidays.get(name);
    if (when !== undefined) best = { to, when };
    name += `${at(tokens, to).spaced ? ' ' : ''}${word(tokens, to)}`;
  }
  if (best === null) return null;
  const { to, when } = best;
  const { month, day } = civil(when(2001));
  const end = reads(tokens, to, 'weekend') ? to + 1 : to;
  return {
    kind: 'holiday',
    to: end,
    unknown: `XXXX-${two(month)}-${two(day)}`,
    value: (year) => dayValue(when(year)),
    start: when,
    end: when,
  };
}
