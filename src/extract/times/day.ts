import { dayValue, parseDay, weekdayOf } from './calendar.ts';
import { clockAt } from './clock.ts';
import type { Context, Found } from './found.ts';
import { headAt, headValue } from './head.ts';
import { at, reads, type Token, word } from './tokens.ts';
import { vagueSide } from './value.ts';
import { dayParts, weekdays } from './words.ts';
import { yearAfter } from './years.ts';

/** A single day in the text, before part of day and clock. */
export interface DayAt {
  readonly to: number;
  readonly value: (context: Context) => string;
}

const deictic: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

const beside =
  (by: number) =>
  (context: Context): string =>
    context.published === null ? vagueSide(by < 0 ? -1 : by > 0 ? 1 : 0) : dayValue(context.published + by);

/** The weekday's date: the last one up to the publication, the next one where the verbs look ahead; "last Friday" is never the day itself. */
function weekdayValue(weekday: number, side: -1 | 0 | 1 | null) {
  return (context: Context): string => {
    const { published, tense } = context;
    if (published === null) return `XXXX-WXX-${weekday}`;
    const back = (weekdayOf(published) - weekday + 7) % 7;
    if (side === -1) return dayValue(published - (back === 0 ? 7 : back));
    if (side === 1) return dayValue(published - back + 7);
    if (side === 0) return dayValue(tense === 'past' ? published - back : published - weekdayOf(published) + weekday);
    return dayValue(tense === 'future' && back > 0 ? published - back + 7 : published - back);
  };
}

/** "the Sept. 11 attacks" have a year of their own, whenever the article was printed. */
const named911 = (tokens: readonly Token[], unknown: string, to: number): boolean =>
  unknown === 'XXXX-09-11' &&
  ['attack', 'attacks', 'terrorist', 'terror', 'hijackers', 'hijackings', 'commission'].includes(word(tokens, to));

/** "Oct. 23", "Oct. 23, 1998", "6 April 1994": a month alone is none. */
export function dateAt(tokens: readonly Token[], from: number, side: -1 | 0 | 1 | null = null): DayAt | null {
  const head = headAt(tokens, from);
  if (head === null || (head.kind !== 'day' && head.kind !== 'holiday')) return null;
  const year = yearAfter(tokens, head.to);
  return {
    to: year?.to ?? head.to,
    value: (context) => {
      const told = year?.year(context) ?? (named911(tokens, head.unknown, head.to) ? 2001 : null);
      return told === null ? headValue(head, context, side) : head.value(told);
    },
  };
}

/** "today", "Friday", "Friday, Oct. 23", "Oct. 23, 1998"; `side` is the word before it ("last Friday"). */
export function dayAtIndex(tokens: readonly Token[], from: number, side: -1 | 0 | 1 | null = null): DayAt | null {
  const first = at(tokens, from);
  const by = side === null ? deictic.get(first.word) : undefined;
  if (by !== undefined) return { to: from + 1, value: beside(by) };
  const weekday = first.capital ? weekdays.get(first.word) : undefined;
  if (weekday === undefined) return dateAt(tokens, from, side);
  if (side === null && first.word.endsWith('days')) return null;
  let to = from + 1;
  if (first.word.length < 6 && word(tokens, to) === '.') to++;
  const dated = dateAt(tokens, word(tokens, to) === ',' || reads(tokens, to, 'the') ? to + 1 : to);
  if (dated !== null && at(tokens, to).word !== '\n') return { to: dated.to, value: dated.value };
  if (first.word.length < 6) return null;
  if (reads(tokens, to, 'last', 'week') || reads(tokens, to, 'this', 'week') || reads(tokens, to, 'next', 'week')) {
    const weeks = word(tokens, to) === 'last' ? -1 : word(tokens, to) === 'this' ? 0 : 1;
    return {
      to: to + 2,
      value: ({ published }) =>
        published === null ? `XXXX-WXX-${weekday}` : dayValue(published - weekdayOf(published) + weekday + weeks * 7),
    };
  }
  return { to, value: weekdayValue(weekday, side) };
}

/** A day with what follows it: "Friday night", "yesterday at 10 a.m.", "Tuesday, 9 a.m."; the part makes it a TIME. */
export function dayAndPart(tokens: readonly Token[], from: number, day: DayAt): Found {
  const part = dayParts.get(word(tokens, day.to));
  if (part !== undefined) {
    return { from, to: day.to + 1, type: 'TIME', value: (context) => timed(day.value(context), `T${part}`) };
  }
  const next = word(tokens, day.to);
  if (next === 'at' || next === ',') {
    const clock = clockAt(tokens, day.to + 1);
    if (clock !== null) return { from, to: clock.to, type: 'TIME', value: (context) => timed(day.value(context), `T${clock.value}`) };
    if (next === 'at' && word(tokens, day.to + 1) === 'noon')
      return { from, to: day.to + 2, type: 'TIME', value: (context) => timed(day.value(context), 'T12:00') };
    if (next === 'at' && word(tokens, day.to + 1) === 'midnight')
      return { from, to: day.to + 2, type: 'TIME', value: (context) => timed(day.value(context), 'T24:00') };
  }
  return { from, to: day.to, type: 'DATE', value: day.value };
}

/** The day's value with a time; a reference (PAST_REF) stays what it is. */
export const timed = (value: string, time: string): string => (/^[\dX]/u.test(value) ? value.slice(0, 10) + time : value);

/** The day that a value lies on, for "that night" and bare clock times: the last mentioned one, else the publication's. */
export function lastDay(context: Context): string | null {
  const day = context.reference === null ? null : parseDay(context.reference);
  return day !== null ? dayValue(day) : context.published === null ? null : dayValue(context.published);
}
