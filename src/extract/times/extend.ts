import type { Found } from './found.ts';
import { reads, type Token, word } from './tokens.ts';

/** "nearly forty years", "about two years ago": TimeML's spans hold the approximator, which does not change the value. */
const approximate = new Set(['nearly', 'almost', 'about', 'approximately', 'roughly', 'over', 'around']);
const approximators = [
  ['more', 'than'],
  ['less', 'than'],
  ['at', 'least'],
  ['up', 'to'],
] as const;
/** "early next week", "later this month", "the late 1970s". */
const partly = new Set(['early', 'earlier', 'late', 'later', 'mid']);
const bounds = new Set(['end', 'middle', 'beginning', 'start']);

/** The index of the first word of the expression, with its article, approximator and part. */
export function leftEnd(tokens: readonly Token[], found: Found): number {
  let from = found.from;
  if (word(tokens, from - 1) === '-' && word(tokens, from - 2) === 'mid') from -= 2;
  const previous = word(tokens, from - 1);
  if (found.type === 'DURATION' || found.type === 'TIME' || word(tokens, found.to - 1) === 'ago') {
    if (approximators.some((pair) => reads(tokens, from - 2, ...pair))) return from - 2;
    if (approximate.has(previous) && found.type !== 'TIME') return from - 1;
  }
  // "the first nine months"
  if (found.type === 'DURATION' && (previous === 'first' || previous === 'final') && word(tokens, from - 2) === 'the') return from - 2;
  if (partly.has(previous)) return word(tokens, from - 2) === 'the' ? from - 2 : from - 1;
  if (previous === 'the') from--;
  // "the end of November", "the middle of the week"
  if (word(tokens, from - 1) === 'of' && bounds.has(word(tokens, from - 2)) && found.type === 'DATE') {
    return word(tokens, from - 3) === 'the' ? from - 3 : from - 2;
  }
  return from;
}
