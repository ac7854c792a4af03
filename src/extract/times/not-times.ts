import { at, reads, type Token, word } from './tokens.ts';
import { months, weekdays } from './words.ts';

/** Words after which a month or weekday is what it seems. */
const timely = new Set(['in', 'on', 'since', 'last', 'next', 'this', 'by', 'until', 'till', 'from', 'of', 'early', 'late', 'mid', 'during', 'before', 'after', 'through', 'and', 'to', 'between', 'every', 'each', '-', 'for', 'or', 'a', 'the', 'that', 'its', 'coming', 'around', 'past', 'said', ',', '(']);

/** Whether what a rule found over `[from, to)` is no time at all: names, verbs and titles that look like one. */
export function notTime(tokens: readonly Token[], from: number, to: number): boolean {
  const first = at(tokens, from);
  const next = at(tokens, from + 1);
  const alone = to === from + 1;
  // "May", "March", "August" begin sentences as verbs and are names of people: alone they need a word before that goes with times.
  if (alone && (first.word === 'may' || first.word === 'march' || first.word === 'august' || first.word === 'april' || first.word === 'june')) {
    if (first.word !== 'august' && first.word !== 'march' && first.word !== 'may' && !next.capital) return false;
    if (!timely.has(word(tokens, from - 1)) && word(tokens, from - 1) !== '\n') return true;
    if (first.word === 'may' && (word(tokens, from - 1) === '\n' || word(tokens, from - 1) === '.')) return true;
  }
  // "USA Today", "Russia Today", "the Today show"; "Black Friday" and "Bloody Sunday" name one day of their own.
  if (alone && first.word === 'today' && first.capital && (at(tokens, from - 1).capital || next.capital || reads(tokens, from + 1, 'show'))) return true;
  if (weekdays.has(first.word) && alone && ['black', 'bloody', 'super', 'fat', 'ruby', 'cyber'].includes(word(tokens, from - 1))) return true;
  // "the Saturday Night Live", "Friday the 13th", "Sunday Times", "the Sunday Telegraph", "Meet the Press Daily".
  if (weekdays.has(first.word) && next.capital && /^(?:times|telegraph|mirror|express|herald|mail|post|night|review)$/u.test(next.word) && next.capital) return true;
  if (months.has(first.word) && alone && next.capital && at(tokens, from - 1).capital && !timely.has(word(tokens, from - 1))) return true;
  // "high noon", "60 Minutes", "ABC's This Week", "quarter-to-quarter": titles and figures of speech.
  if (alone && first.word === 'noon' && word(tokens, from - 1) === 'high') return true;
  if (first.word === 'this' && first.capital && next.capital && next.word === 'week') return true;
  if (first.word === 'quarter' && (next.word === '-' || word(tokens, from - 1) === '-')) return true;
  return false;
}
