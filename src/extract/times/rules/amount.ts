import type { Context, Found, Rule } from '../found.ts';
import { quantity, quantityStarts } from '../numbers.ts';
import { at, pastHyphen, reads, type Token, word } from '../tokens.ts';
import { anchorOf, durationValue, holding, shifted } from '../value.ts';
import { plural, type Unit, units } from '../words.ts';

const between = new Set([
  'more',
  'full',
  'consecutive',
  'straight',
  'additional',
  'long',
  'fiscal',
  'business',
  'working',
  'whole',
  'solid',
  'extra',
  'other',
  'further',
  'entire',
  'short',
  'calendar',
]);

/** Where "two years ago", "a day earlier", "three weeks later" lies; null where it says how long only. */
function direction(
  tokens: readonly Token[],
  to: number,
): { readonly to: number; readonly sign: -1 | 1; readonly from: 'published' | 'reference' } | null {
  const next = word(tokens, to);
  if (next === 'ago') return { to: to + 1, sign: -1, from: 'published' };
  if (next === 'earlier' || next === 'before' || next === 'previously') return { to: to + 1, sign: -1, from: 'reference' };
  if (next === 'later') return { to: to + 1, sign: 1, from: 'reference' };
  if (reads(tokens, to, 'from', 'now')) return { to: to + 2, sign: 1, from: 'published' };
  if (next === 'hence') return { to: to + 1, sign: 1, from: 'published' };
  return null;
}

/** "a year ago" in a company's report means the same quarter of the year before: the period named last decides. */
const periodBefore = (context: Context, amount: number): string | null => {
  const anchor = anchorOf(context.period);
  return anchor === null ? null : shifted(anchor.day, -4 * amount, 'Q');
};

function moved(context: Context, amount: number | null, unit: Unit, sign: -1 | 1, base: 'published' | 'reference'): string {
  const away = sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
  if (amount === null) return away;
  if (unit === 'Y' && sign < 0) {
    const quarter = periodBefore(context, amount);
    if (quarter !== null && amount === 1) return quarter;
  }
  const anchor =
    base === 'reference'
      ? (anchorOf(context.reference) ?? anchorOf(context.published === null ? null : holding(context.published, 'D')))
      : null;
  const day = anchor?.day ?? context.published;
  if (day === null) return away;
  return shifted(day, sign * amount, unit);
}

/** Words before "a year" that make it a stretch, not a rate. */
const notRates = new Set([
  'for',
  'in',
  'within',
  'after',
  'of',
  'than',
  'about',
  'almost',
  'nearly',
  'barely',
  'over',
  'only',
  'just',
  'least',
  'to',
  'by',
  'spent',
  'took',
  'take',
  'lasted',
  'is',
  'was',
  'and',
  'or',
  'but',
  'half',
  'before',
  'from',
  'with',
  'as',
  'on',
  'at',
  'during',
  'until',
  'lasts',
  'spend',
  'him',
  'her',
  'them',
  'us',
  'me',
  'quite',
  'such',
  'that',
  'what',
  'not',
  'be',
  'been',
  'has',
  'had',
  'have',
  'into',
  'since',
]);

/** "four flights a week", "$1.76 a year": after a noun or a number the article means "each". */
const rated = (tokens: readonly Token[], from: number): boolean => {
  const before = at(tokens, from - 1);
  return (
    (/^[a-z]/u.test(before.word) && !notRates.has(before.word) && (before.word.endsWith('s') || !before.word.endsWith('ed'))) ||
    before.digits
  );
};

/** A number and a unit: how long ("two weeks", "8-month-old"), or how far from here or there ("two years ago", "a day earlier"). */
export const amount: Rule = {
  name: 'amount',
  starts: quantityStarts,
  match(tokens, from): Found | null {
    const number = quantity(tokens, from);
    if (number === null) return null;
    let { amount: many, to } = number;
    let index = pastHyphen(tokens, to);
    const hyphened = index > to;
    if (between.has(word(tokens, index))) index++;
    const name = word(tokens, index);
    const unit = units.get(name);
    if (unit === undefined) return null;
    if (unit === 'S' && !plural(name) && !hyphened && many !== 1) return null;
    if (unit === 'Q' && (hyphened || word(tokens, index + 1) === 'of' || !plural(name))) return null;
    if (at(tokens, index).capital && at(tokens, from).digits && (unit === 'MI' || unit === 'H')) return null;
    const article = at(tokens, from).word === 'a' || at(tokens, from).word === 'an';
    if (unit === 'S' && article) return null;
    if (at(tokens, from).word === 'some' && !plural(name)) return null;
    to = index + 1;
    if (unit === 'Y' && article && (reads(tokens, to, '-', 'earlier') || reads(tokens, to, '-', 'ago'))) return null;
    if (reads(tokens, to, 'and', 'a', 'half') && many !== null) {
      many += 0.5;
      to += 3;
    }
    if (reads(tokens, to, 'or', 'so')) to += 2;
    const gone = direction(tokens, to);
    if (gone !== null) {
      const count = many;
      const clock = unit === 'H' || unit === 'MI' || unit === 'S';
      return clock
        ? { from, to: gone.to, type: 'DURATION', value: () => durationValue(count, unit) }
        : { from, to: gone.to, type: 'DATE', value: (context) => moved(context, count, unit, gone.sign, gone.from) };
    }
    const tied = pastHyphen(tokens, to);
    if (tied > to && (word(tokens, tied) === 'old' || word(tokens, tied) === 'olds' || word(tokens, tied) === 'long')) {
      if (unit === 'Y' && word(tokens, tied) !== 'long') return null;
      to = tied + 1;
    } else if (word(tokens, to) === 'old' || reads(tokens, to, 'of', 'age')) return null;
    const count = many;
    if (article && many === 1 && to === index + 1 && rated(tokens, from))
      return { from, to, type: 'SET', value: () => durationValue(1, unit) };
    return { from, to, type: 'DURATION', value: () => durationValue(count, unit) };
  },
};
