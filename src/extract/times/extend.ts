import type { Found } from './found.ts';
import { reads, type Token, word } from './tokens.ts';

/** Words that belong to the expression though they do not change its value: TimeML's spans hold them. */
const before = new Set(['early', 'earlier', 'late', 'later', 'mid', 'nearly', 'almost', 'about', 'approximately', 'around', 'roughly', 'over', 'under', 'only', 'just', 'barely', 'the', 'exactly', 'more', 'past']);
const approximate = new Set(['nearly', 'almost', 'about', 'approximately', 'roughly', 'over', 'around']);

/** The index of the first word of the expression, with its article and approximators. */
export function leftEnd(tokens: readonly Token[], found: Found): number {
  let from = found.from;
  if (word(tokens, from - 1) === '-' && word(tokens, from - 2) === 'mid') from -= 2;
  const previous = word(tokens, from - 1);
  if (found.type === 'DURATION' || (found.type === 'DATE' && word(tokens, found.to - 1) === 'ago') || found.type === 'TIME') {
    if (reads(tokens, from - 2, 'more', 'than') || reads(tokens, from - 2, 'less', 'than') || reads(tokens, from - 2, 'at', 'least') || reads(tokens, from - 2, 'up', 'to')) return from - 2;
    if (approximate.has(previous) && found.type !== 'TIME') return from - 1;
  }
  if (previous === 'early' || previous === 'late' || previous === 'later' || previous === 'earlier' || previous === 'mid') {
    from--;
    return word(tokens, from - 1) === 'the' ? from - 1 : from;
  }
  if (previous === 'the' && before.has('the')) from--;
  if (word(tokens, from - 1) === 'of' && ['end', 'middle', 'beginning', 'start'].includes(word(tokens, from - 2)) && found.type === 'DATE') {
    from -= 2;
    if (word(tokens, from - 1) === 'the') from--;
  }
  return from;
}
