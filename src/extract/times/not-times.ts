import { at, reads, type Token, word } from './tokens.ts';
import { months, ordinals, weekdays } from './words.ts';

/** Words after which a month's name is a month: "in May", "late March". */
const leads = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'of',
  'late',
  'early',
  'earlier',
  'mid',
  '-',
  'this',
  'last',
  'next',
  'through',
  'from',
  'during',
  'before',
  'after',
  'between',
  'each',
  'every',
  'for',
  'the',
  'coming',
  'past',
  'a',
  'around',
]);
/** Words after which it is one only if another month stands just before: "March and April", "from April to May". */
const links = new Set(['and', 'or', 'to', ',', '–', '—', '/']);

const monthBefore = (tokens: readonly Token[], from: number): boolean =>
  [2, 3, 4].some((back) => months.has(word(tokens, from - back)) && at(tokens, from - back).capital);

/** "Theresa May", "March for Life", "Women's March", "April Ryan", "an August body": names, verbs and titles. */
function notMonth(tokens: readonly Token[], from: number): boolean {
  const name = word(tokens, from);
  const before = at(tokens, from - 1);
  const next = at(tokens, from + 1);
  if (name !== 'may' && name !== 'march' && name !== 'april' && name !== 'august' && name !== 'june')
    return next.capital && before.capital && !leads.has(before.word);
  if (links.has(before.word)) return !monthBefore(tokens, from);
  if (
    (name === 'may' || name === 'april' || name === 'june') &&
    (next.word === "'" || next.word === '’') &&
    word(tokens, from + 2) === 's' &&
    !leads.has(before.word)
  )
    return true;
  if (
    name === 'march' &&
    (next.word === 'for' || next.word === 'on' || next.word === 'against' || next.word === 'of') &&
    at(tokens, from + 2).capital
  )
    return true;
  if (leads.has(before.word)) return name === 'march' && next.word === 'to';
  if (name === 'march' && before.word === 's') return true;
  // Alone after other words ("expected May", "met March") only the less ambiguous ones count, and only where no name goes on.
  return name === 'may' || name === 'march' || next.capital || before.capital || before.word === '\n';
}

/** Words after which "4:32" is a time of day and not a verse, a score or the length of a film. */
const clockLeads = new Set([
  'at',
  'by',
  'around',
  'about',
  'until',
  'till',
  'before',
  'after',
  'from',
  'since',
  'to',
  'and',
  'between',
  'approximately',
  'past',
  'on',
  ',',
  '–',
  '-',
]);

/** Whether what a rule found over `[from, to)` is no time at all. Each kind has its cases in not-times.test.ts. */
export function notTime(tokens: readonly Token[], from: number, to: number): boolean {
  const first = at(tokens, from);
  const before = at(tokens, from - 1);
  const next = at(tokens, from + 1);
  const alone = to === from + 1;
  if (alone && months.has(first.word)) return notMonth(tokens, from);
  // "USA Today", "Russia Today", "the Today show", ''Today''; a sentence may begin with it.
  if (alone && first.word === 'today' && first.capital) {
    const quoted = /^["'”’`]$/u.test(before.word) && /^["'”’]$/u.test(next.word) && word(tokens, from + 2) !== 's';
    return before.capital || next.word === 'show' || quoted || (before.word === 'the' && next.capital);
  }
  // "CBS This Morning", "ABC's This Week".
  if (first.word === 'this' && first.capital && next.capital && (next.word === 'week' || next.word === 'morning')) return true;
  if (weekdays.has(first.word) && alone) {
    // "Black Friday" and "Bloody Sunday" name a day of their own; "The Sunday Times", "Saturday Night Live" are titles.
    if (['black', 'bloody', 'super', 'fat', 'ruby', 'cyber'].includes(before.word) && before.capital) return true;
    if (/^(?:times|telegraph|mirror|express|herald|mail|post|review)$/u.test(next.word) && next.capital) return true;
  }
  if (weekdays.has(first.word) && reads(tokens, from + 1, 'night') && next.capital) return true;
  // "high noon", "quarter-to-quarter", "Twenty-First Century Fox".
  if (alone && first.word === 'noon' && before.word === 'high') return true;
  if (first.word === 'quarter' && (next.word === '-' || before.word === '-')) return true;
  if (
    (ordinals.has(first.word) || first.word === 'twenty') &&
    first.capital &&
    word(tokens, to - 1) === 'century' &&
    at(tokens, to - 1).capital &&
    at(tokens, to).capital
  )
    return true;
  // "a minute detail"
  if (
    word(tokens, to - 1) === 'minute' &&
    /^(?:details?|amounts?|fractions?|differences?|quantit(?:y|ies)|particles?|traces?)$/u.test(word(tokens, to))
  )
    return true;
  if (to === from + 3 && next.word === ':' && first.digits) return !clockLeads.has(before.word) || reads(tokens, to, ':');
  return false;
}
