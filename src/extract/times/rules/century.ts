import { two } from '../calendar.ts';
import type { Rule } from '../found.ts';
import { ordinal } from '../numbers.ts';
import { pastHyphen, reads, word } from '../tokens.ts';
import { ordinals, tens } from '../words.ts';

/** "the 20th century", "eleventh-century", "the 19th and 20th centuries". TIMEX3 writes a century with two digits. */
export const century: Rule = {
  name: 'century',
  starts: ['#', ...ordinals.keys(), ...tens.keys()],
  match(tokens, from) {
    const nth = ordinal(tokens, from);
    if (nth === null || nth.amount < 1) return null;
    const to = pastHyphen(tokens, nth.to);
    if (word(tokens, to) !== 'century' && word(tokens, to) !== 'centuries') return null;
    const before = reads(tokens, to + 1, 'b', '.', 'c', '.');
    const value = `${before ? 'BC' : ''}${two(nth.amount - 1)}`;
    return { from, to: before ? to + 5 : to + 1, type: 'DATE', value: () => value };
  },
};
