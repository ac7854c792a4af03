import { yearValue } from '../calendar.ts';
import type { Found, Rule } from '../found.ts';
import { spokenYear } from '../numbers.ts';
import { at, pastHyphen, reads, word } from '../tokens.ts';
import { units } from '../words.ts';
import { plainYear } from '../years.ts';

/** Words before four digits that make them a year. */
const leads = new Set([
  'in',
  'since',
  'from',
  'to',
  'of',
  'the',
  'until',
  'till',
  'by',
  'before',
  'after',
  'and',
  'between',
  'early',
  'late',
  'mid',
  'during',
  'through',
  'throughout',
  'year',
  'fiscal',
  'around',
  'circa',
  'summer',
  'winter',
  'spring',
  'fall',
  'autumn',
  'his',
  'her',
  'its',
  'their',
  'a',
  'an',
  'for',
  '(',
  'or',
  'with',
  'that',
  'than',
  'as',
  'back',
  '-',
  '–',
  'pre',
  'post',
  ',',
  'but',
  '/',
  'in-',
  'when',
  's',
  'on',
  'at',
  'our',
]);
/** Marks that make four digits something else: money, sums, numbers of things. */
const refused = new Set([
  '$',
  '£',
  '€',
  '#',
  '.',
  '%',
  '+',
  'no',
  'about',
  'some',
  'over',
  'nearly',
  'than',
  'least',
  'almost',
  'route',
  'flight',
  'highway',
  'boeing',
  'section',
  'page',
  '&',
]);

/** "1998", "fiscal 1998", "mid-2015", "the year two thousand", "nineteen ninety-six". */
export const year: Rule = {
  name: 'year',
  starts: ['#', 'nineteen', 'two', 'twenty', 'eighteen', 'fiscal'],
  match(tokens, from): Found | null {
    if (word(tokens, from) === 'fiscal') {
      const named = plainYear(tokens, reads(tokens, from + 1, 'year') ? from + 2 : from + 1);
      if (named !== null)
        return { from, to: reads(tokens, from + 1, 'year') ? from + 3 : from + 2, type: 'DATE', value: () => yearValue(named) };
      return null;
    }
    const number = plainYear(tokens, from);
    if (number === null) {
      const spoken = spokenYear(tokens, from);
      if (spoken === null || (word(tokens, from) === 'two' && !reads(tokens, from - 1, 'year') && spoken.to === from + 2)) return null;
      return { from, to: spoken.to, type: 'DATE', value: () => yearValue(spoken.year) };
    }
    const before = at(tokens, from - 1);
    const next = at(tokens, from + 1);
    if (refused.has(before.word) && before.word !== '.') return null;
    // "555-1998" is a telephone; "1996-1998" is not.
    if (before.word === '-' && at(tokens, from - 2).digits && word(tokens, from - 2).length !== 4) return null;
    if (before.word === '.' && !at(tokens, from).spaced) return null;
    if (
      next.word === '%' ||
      next.word === ':' ||
      next.word === '°' ||
      (next.word === '/' && !next.spaced) ||
      units.has(word(tokens, pastHyphen(tokens, from + 1)))
    )
      return null;
    if (
      /^(?:st|nd|rd|th|s|am|pm|km|m|mm|p|kg|percent|per|people|points|miles|meters|metres|dollars|pounds|troops|soldiers|million|billion|gmt|est|edt|utc)$/u.test(
        next.word,
      )
    )
      return null;
    if (number < 1400 || number > 2099)
      return (before.word === 'in' || before.word === 'year') && !next.spaced
        ? { from, to: from + 1, type: 'DATE', value: () => yearValue(number) }
        : null;
    if (
      !leads.has(before.word) &&
      !before.capital &&
      before.word !== '.' &&
      before.word !== '\n' &&
      next.spaced &&
      next.word.endsWith('s') &&
      !next.capital
    )
      return null;
    return { from, to: from + 1, type: 'DATE', value: () => yearValue(number) };
  },
};
