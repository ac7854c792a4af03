import { civil, dayValue, weekdayOf, weekValue } from '../calendar.ts';
import { dayAndPart, dayAtIndex, timed } from '../day.ts';
import type { Found, Rule } from '../found.ts';
import { headAt } from '../head.ts';
import { quantity } from '../numbers.ts';
import { at, pastHyphen, reads, type Token, word } from '../tokens.ts';
import { beside, durationValue, holding, vagueSide } from '../value.ts';
import { dayParts, plural, seasons, sides, units } from '../words.ts';
import { withYear } from './part-of-year.ts';
import { periodValue } from './period.ts';

/** "last night", "this morning", "this evening": beside the publication. */
function partOfDay(tokens: readonly Token[], from: number, to: number, side: -1 | 0 | 1): Found | null {
  const part = dayParts.get(word(tokens, to));
  if (part === undefined || (side === -1 && part !== 'NI') || side === 1) return null;
  return {
    from,
    to: to + 1,
    type: 'TIME',
    value: ({ published }) => (published === null ? vagueSide(side) : timed(dayValue(published + side), `T${part}`)),
  };
}

/** "the past three months", "the next few days", "the last decade": how long, not when. */
function stretch(tokens: readonly Token[], from: number, to: number): Found | null {
  const amount = quantity(tokens, to);
  if (amount === null) return null;
  const index = pastHyphen(tokens, amount.to);
  const business = ['fiscal', 'business', 'full', 'straight', 'consecutive'].includes(word(tokens, index)) ? index + 1 : index;
  const unit = units.get(word(tokens, business));
  const season = seasons.get(word(tokens, business));
  if (season !== undefined && word(tokens, business).endsWith('s'))
    return { from, to: business + 1, type: 'SET', value: () => `XXXX-${season}` };
  return unit === undefined ? null : { from, to: business + 1, type: 'DURATION', value: () => durationValue(amount.amount, unit) };
}

/** "this year's third quarter", "last year's quarter", "last year's December". */
function yearsQuarter(tokens: readonly Token[], from: number, to: number, side: -1 | 0 | 1): Found | null {
  const mark = word(tokens, to);
  if ((mark !== "'" && mark !== '’') || word(tokens, to + 1) !== 's') return null;
  if (word(tokens, to + 2) === 'quarter')
    return { from, to: to + 3, type: 'DATE', value: (context) => periodValue(context, -side, vagueSide(side)) };
  const head = headAt(tokens, to + 2);
  if (head === null || head.kind === 'holiday') return null;
  return {
    from,
    to: head.to,
    type: 'DATE',
    quarter: head.kind === 'quarter',
    value: ({ published }) => (published === null ? head.unknown : head.value(civil(published).year + side)),
  };
}

/** "last", "this", "next" and their like, with what they point at. */
export const side: Rule = {
  name: 'side',
  starts: sides.keys(),
  match(tokens, from) {
    const first = word(tokens, from);
    let which = sides.get(first) ?? 0;
    let to = from + 1;
    if (first === 'this' && ['past', 'coming', 'current', 'last'].includes(word(tokens, to))) {
      which = sides.get(word(tokens, to)) ?? 0;
      to++;
    }
    const before = word(tokens, from - 1);
    const unit = units.get(word(tokens, to));
    if (unit !== undefined && !plural(word(tokens, to)) && unit !== 'S' && unit !== 'MI') {
      if (unit === 'H' && first !== 'past') return null;
      if (first === 'past' && before === 'the') {
        return unit === 'Y' || unit === 'W' || unit === 'M'
          ? { from, to: to + 1, type: 'DATE', value: (context) => beside(context, -1, unit) }
          : { from, to: to + 1, type: 'DURATION', value: () => durationValue(1, unit) };
      }
      if (first === 'past' || ((unit === 'DE' || unit === 'CE') && which !== 0 && before === 'the'))
        return { from, to: to + 1, type: 'DURATION', value: () => durationValue(1, unit) };
      if (unit === 'D') return null;
      const quarter = unit === 'Y' ? yearsQuarter(tokens, from, to + 1, which) : null;
      if (quarter !== null) return quarter;
      return {
        from,
        to: to + 1,
        type: 'DATE',
        value: (context) => (which === 0 && context.published !== null ? holding(context.published, unit) : beside(context, which, unit)),
      };
    }
    if (
      unit !== undefined &&
      plural(word(tokens, to)) &&
      (first === 'past' || first === 'coming' || (first === 'last' && before === 'the'))
    ) {
      return { from, to: to + 1, type: 'DURATION', value: () => durationValue(null, unit) };
    }
    if (word(tokens, to) === 'fiscal' && word(tokens, to + 1) === 'year')
      return { from, to: to + 2, type: 'DATE', value: (context) => beside(context, which, 'Y') };
    if (word(tokens, to) === 'weekend') {
      return {
        from,
        to: to + 1,
        type: 'DATE',
        value: ({ published }) =>
          published === null
            ? vagueSide(which)
            : `${weekValue(published - (which === 0 && weekdayOf(published) <= 2 ? 7 : 0) + which * 7)}-WE`,
      };
    }
    const day = dayAtIndex(tokens, to, which);
    if (day !== null) {
      const found = dayAndPart(tokens, to, day);
      return { ...found, from };
    }
    const head = headAt(tokens, to);
    if (head !== null && !(head.kind === 'season' && at(tokens, to).capital && at(tokens, to + 1).capital))
      return withYear(tokens, from, head, which);
    const part = first === 'last' || first === 'this' ? partOfDay(tokens, from, to, which) : null;
    return (
      part ??
      (first !== 'this' && first !== 'current' && !reads(tokens, to, 'a') && !reads(tokens, to, 'an') ? stretch(tokens, from, to) : null)
    );
  },
};
