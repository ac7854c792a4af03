import { two } from '../calendar.ts';
import type { Found, Rule } from '../found.ts';
import { quantity } from '../numbers.ts';
import { at, reads, type Token, word } from '../tokens.ts';
import { durationValue } from '../value.ts';
import { dayParts, months, seasons, type Unit, units, weekdays } from '../words.ts';

const adverbs: ReadonlyMap<string, string> = new Map([
  ['daily', 'P1D'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['hourly', 'PT1H'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
]);

const set = (from: number, to: number, value: string): Found => ({ from, to, type: 'SET', value: () => value });

/** What comes back: "every day", "each July", "every two weeks", "Tuesday nights", "daily", "annually". */
export const every: Rule = {
  name: 'every',
  starts: [
    'every',
    'each',
    ...adverbs.keys(),
    'mondays',
    'tuesdays',
    'wednesdays',
    'thursdays',
    'fridays',
    'saturdays',
    'sundays',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'once',
    'twice',
    'per',
  ],
  match(tokens, from) {
    const first = at(tokens, from);
    const adverb = adverbs.get(first.word);
    if (adverb !== undefined) return at(tokens, from + 1).capital ? null : set(from, from + 1, adverb);
    const weekday = weekdays.get(first.word);
    if (weekday !== undefined) {
      if (!first.capital) return null;
      if (first.word.endsWith('s')) return set(from, from + 1, `XXXX-WXX-${weekday}`);
      const part = word(tokens, from + 1);
      return part.endsWith('s') && dayParts.has(part) ? set(from, from + 2, `XXXX-WXX-${weekday}T${dayParts.get(part)}`) : null;
    }
    if (first.word === 'once' || first.word === 'twice' || first.word === 'per') {
      const unit = units.get(word(tokens, first.word === 'per' ? from + 1 : from + 2));
      // "75 miles per hour" is a speed.
      if (
        unit === undefined ||
        (first.word === 'per' && (unit === 'H' || unit === 'MI' || unit === 'S')) ||
        (first.word !== 'per' && !reads(tokens, from + 1, 'a'))
      )
        return null;
      return set(from, from + (first.word === 'per' ? 2 : 3), durationValue(1, unit));
    }
    return returning(tokens, from);
  },
};

function returning(tokens: readonly Token[], from: number): Found | null {
  let to = from + 1;
  if (word(tokens, to) === 'single' || word(tokens, to) === 'other' || word(tokens, to) === 'passing') to++;
  const next = at(tokens, to);
  const times = word(tokens, from + 1) === 'other' ? 2 : 1;
  const unit: Unit | undefined = units.get(next.word);
  if (unit !== undefined && unit !== 'S') return set(from, to + 1, durationValue(times, unit));
  const weekday = weekdays.get(next.word);
  if (weekday !== undefined && next.capital) {
    const part = dayParts.get(word(tokens, to + 1));
    return set(from, part === undefined ? to + 1 : to + 2, `XXXX-WXX-${weekday}${part === undefined ? '' : `T${part}`}`);
  }
  const month = months.get(next.word);
  if (month !== undefined && next.capital) return set(from, to + 1, `XXXX-${two(month)}`);
  const season = seasons.get(next.word);
  if (season !== undefined) return set(from, to + 1, `XXXX-${season}`);
  const part = dayParts.get(next.word);
  if (part !== undefined) return set(from, to + 1, `XXXX-XX-XXT${part}`);
  const number = quantity(tokens, to);
  const many = number === null ? undefined : units.get(word(tokens, number.to));
  return number !== null && many !== undefined ? set(from, number.to + 1, durationValue(number.amount, many)) : null;
}
