import { AFTER_HOURS, AT_END, BEFORE_NAMES, BEFORE_NUMBERS, SPEECH, STARTERS, WITHIN } from './abbreviations.ts';
import type { Span } from './span.ts';
import { trim } from './span.ts';

/** A stop with all that clings to it: `.`, `?!`, `…`, `.”`, `.)`. */
const STOP = /[.!?…。！？]+["'”’»›)\]}*]*/gu;
const BLANK = /\s/u;
const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{N}/u;
const QUOTE = /["'”’»]/u;
/** What may stand between a sentence's start and its first letter. */
const OPENING = /["'“‘„«‹([{*–—-]/u;
const LONGEST_WORD = 24;

/**
 * The sentences of one paragraph, in order, without white space at their ends; together they hold all that can be seen in it.
 * @param text the document @param paragraph a stretch of it
 * @example `“Why?” Mr. Kim asked. He left.` has two: `“Why?” Mr. Kim asked.` and `He left.`
 */
export function sentences(text: string, paragraph: Span): readonly Span[] {
  const found: Span[] = [];
  let start = paragraph.start;
  const close = (end: number) => {
    const sentence = trim(text, { start, end });
    if (sentence !== null) found.push(sentence);
    start = end;
  };
  STOP.lastIndex = paragraph.start;
  for (let stop = STOP.exec(text); stop !== null && stop.index < paragraph.end; stop = STOP.exec(text)) {
    const end = Math.min(stop.index + stop[0].length, paragraph.end);
    if (ends(text, start, { start: stop.index, end }, paragraph.end)) close(end);
    STOP.lastIndex = end;
  }
  close(paragraph.end);
  return found;
}

/** Whether the sentence that began at `start` ends with this stop. */
function ends(text: string, start: number, stop: Span, limit: number): boolean {
  const mark = text.charAt(stop.start);
  if ('。！？'.includes(mark)) return true;
  if (stop.end >= limit) return true;
  if (!BLANK.test(text.charAt(stop.end))) return false;
  let at = stop.end;
  while (at < limit && BLANK.test(text.charAt(at))) at++;
  if (at >= limit) return true;
  for (let opening = 0; opening < 4 && OPENING.test(text.charAt(at)); opening++) at++;
  const first = character(text, at);
  const quoted = QUOTE.test(text.charAt(stop.end - 1));
  if (LOWER.test(first)) return false;
  const next = wordAt(text, at, limit);
  if (quoted && mark !== '.' && LETTER.test(first)) return !speechFollows(text, at, limit);
  if (mark !== '.' || stop.end - stop.start > 1) return true;
  return !abbreviates(text, start, stop.start, { word: next, isNumber: DIGIT.test(first), initial: next.length === 1 && text.charAt(at + 1) === '.' });
}

interface Next {
  readonly word: string;
  readonly isNumber: boolean;
  /** One letter with a stop: `R.` in `J. R. Tolkien`. */
  readonly initial: boolean;
}

/** Whether the single stop at `at` belongs to an abbreviation and the sentence goes on with `next`. */
function abbreviates(text: string, start: number, at: number, next: Next): boolean {
  const written = wordBefore(text, start, at);
  const word = written.toLowerCase();
  const starts = STARTERS.has(next.word) && !next.initial;
  // A number or letter that opens the sentence counts it: `1. The first point`.
  if (at - start <= 3 && written.length === at - start && /^(?:\d{1,3}|[A-Za-z])$/u.test(written)) return true;
  if (BEFORE_NUMBERS.has(word)) return next.isNumber;
  if (BEFORE_NAMES.has(word)) return !(starts && (word === 'st' || word === 'ft' || word === 'mt' || word === 'al'));
  if (AT_END.has(word)) return next.word === '' || AFTER_HOURS.has(next.word);
  if (WITHIN.has(word) && /^\p{Lu}/u.test(written)) return next.isNumber || !starts;
  if (/^\p{L}$/u.test(written)) return /\p{Lu}/u.test(written) && !starts && !next.isNumber;
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(written)) return !starts;
  return false;
}

/** The letters, digits and inner stops before `at`, not before `start`, at most LONGEST_WORD of them. */
function wordBefore(text: string, start: number, at: number): string {
  const least = Math.max(start, at - LONGEST_WORD);
  let from = at;
  while (from > least && /[\p{L}\p{N}.]/u.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}

function wordAt(text: string, at: number, limit: number): string {
  const most = Math.min(limit, at + LONGEST_WORD);
  let to = at;
  while (to < most && /[\p{L}'’]/u.test(text.charAt(to))) to++;
  return text.slice(at, to).replace('’', "'").toLowerCase();
}

/** Whether a verb of speech is among the next few words: ` Smith, the mayor, asked`. */
function speechFollows(text: string, at: number, limit: number): boolean {
  const words = text.slice(at, Math.min(limit, at + 40)).split(/[^\p{L}]+/u);
  return words.slice(1, 4).some((word) => SPEECH.has(word)) && !STARTERS.has((words[0] ?? '').toLowerCase());
}

function character(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}
