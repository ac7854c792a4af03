import { dayValue, parseDay, weekdayOf, weekValue } from '../calendar.ts';
import { dateAt, lastDay } from '../day.ts';
import type { Found, Rule } from '../found.ts';
import { ordinal } from '../numbers.ts';
import { at, pastHyphen, reads, word } from '../tokens.ts';
import { durationValue, holding } from '../value.ts';
import { plural, units } from '../words.ts';

/** Words before a bare plural that make it a stretch of time: "for weeks", "within days". */
const leads = new Set(['for', 'within', 'in', 'after', 'took', 'take', 'takes', 'lasted', 'spent', 'spend', 'the', 'of']);

/** Units without a number: "for weeks", "over the years", "decades-long", "later in the day", "the end of the month", "the weekend". */
export const bareUnit: Rule = {
  name: 'bare-unit',
  starts: [...units.keys(), 'weekend', 'week'],
  match(tokens, from): Found | null {
    const name = word(tokens, from);
    const before = word(tokens, from - 1);
    if (name === 'weekend') {
      if (before !== 'the') return null;
      return {
        from,
        to: from + 1,
        type: 'DATE',
        value: ({ published, tense }) =>
          published === null ? 'PAST_REF' : `${weekValue(published - (tense !== 'future' && weekdayOf(published) <= 5 ? 7 : 0))}-WE`,
      };
    }
    const unit = units.get(name);
    if (unit === undefined || unit === 'S' || unit === 'MI') return null;
    const tied = pastHyphen(tokens, from + 1);
    if (tied > from + 1 && (word(tokens, tied) === 'long' || (word(tokens, tied) === 'old' && plural(name)))) {
      return { from, to: tied + 1, type: 'DURATION', value: () => durationValue(plural(name) ? null : 1, unit) };
    }
    if (unit === 'Y' && tied > from + 1 && word(tokens, tied) === 'end') {
      return {
        from,
        to: tied + 1,
        type: 'DATE',
        value: ({ published }) => (published === null ? 'XXXX-12-31' : `${holding(published, 'Y')}-12-31`),
      };
    }
    if (plural(name)) {
      // "in the weeks before the vote", "the days that followed"
      if (before === 'the' && ['before', 'after', 'since', 'following', 'leading'].includes(word(tokens, from + 1)))
        return { from, to: from + 1, type: 'DURATION', value: () => durationValue(null, unit) };
      if (before === 'the' && reads(tokens, from + 1, 'that', 'followed'))
        return { from, to: from + 1, type: 'DURATION', value: () => durationValue(null, unit) };
      if (['first', 'early', 'final', 'last'].includes(before) && word(tokens, from - 2) === 'the' && unit !== 'H')
        return { from: from - 1, to: from + 1, type: 'DURATION', value: () => durationValue(null, unit) };
      if (!leads.has(before) || at(tokens, from).capital) return null;
      if (before === 'the' && word(tokens, from - 2) !== 'over' && word(tokens, from - 2) !== 'through') return null;
      if (before === 'of' || (before === 'in' && unit === 'D')) return null;
      return { from, to: from + 1, type: 'DURATION', value: () => durationValue(null, unit) };
    }
    if (unit === 'Y' && (before === 'full' || before === 'fiscal') && word(tokens, from - 2) === 'the') {
      return { from: from - 1, to: from + 1, type: 'DATE', value: (context) => held(context.published, unit) };
    }
    if (unit === 'Y' && before === 'the' && (word(tokens, from + 1) === 'ended' || word(tokens, from + 1) === 'ending'))
      return { from, to: from + 1, type: 'DURATION', value: () => 'P1Y' };
    if (unit === 'Y' && reads(tokens, from - 2, 'for', 'the') && !/^[a-z]/u.test(word(tokens, from + 1)))
      return { from, to: from + 1, type: 'DATE', value: (context) => held(context.published, unit) };
    if (unit === 'W' && before === 'the' && word(tokens, from + 1) === 'of') {
      const day = dateAt(tokens, from + 2);
      if (day !== null) return { from, to: day.to, type: 'DATE', value: (context) => weekOf(day.value(context)) };
    }
    if (before !== 'the' || ordinal(tokens, from) !== null) return null;
    if (word(tokens, from - 2) === 'in' && (word(tokens, from - 3) === 'later' || word(tokens, from - 3) === 'earlier') && unit !== 'H') {
      return {
        from: from - 3,
        to: from + 1,
        type: 'DATE',
        value: (context) => (unit === 'D' ? (lastDay(context) ?? 'PRESENT_REF') : held(context.published, unit)),
      };
    }
    // "the day before." is beside the last date; "the day before the rally" hangs on an event and stays open.
    if (
      unit === 'D' &&
      (word(tokens, from + 1) === 'before' || word(tokens, from + 1) === 'after') &&
      !/^[a-z0-9$]/u.test(word(tokens, from + 2))
    ) {
      const by = word(tokens, from + 1) === 'before' ? -1 : 1;
      return { from, to: from + 2, type: 'DATE', value: (context) => beforeOrAfter(lastDay(context), by) };
    }
    if (
      unit !== 'H' &&
      unit !== 'D' &&
      word(tokens, from - 2) === 'of' &&
      ['end', 'beginning', 'start', 'middle', 'rest', 'remainder', 'close'].includes(word(tokens, from - 3))
    ) {
      return { from, to: from + 1, type: 'DATE', value: (context) => held(context.published, unit) };
    }
    return null;
  },
};

const weekOf = (value: string): string => {
  const day = parseDay(value);
  return day === null ? value : weekValue(day);
};

const beforeOrAfter = (value: string | null, by: -1 | 1): string => {
  const day = parseDay(value);
  return day === null ? (by < 0 ? 'PAST_REF' : 'FUTURE_REF') : dayValue(day + by);
};

const held = (published: number | null, unit: Parameters<typeof holding>[1]): string =>
  published === null ? 'PRESENT_REF' : holding(published, unit);
