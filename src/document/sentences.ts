import { AFTER_HOURS, AT_END, BEFORE_NAMES, BEFORE_NUMBERS, SPEECH, STARTERS, WITHIN } from './abbreviations.ts';
import type { Span } from './span.ts';
import { trim } from './span.ts';

/** A stop with all that clings to it: `.`, `?!`, `…`, `.”`, `.)`. */
const STOP = /[.!?…。！？]+["'”’»›)\]}*]*/gu;
const STOPS = '.!?…';
const ADDRESS = /^(?:https?:|www\.)/u;
const BLANK = /\s/u;
const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{N}/u;
const QUOTE = /["'”’»]/u;
/** What may stand between a sentence's start and its first letter. */
const OPENING = /["'“‘„«‹([{*–—-]/u;
const TAIL = /\s?(?:\[\d{1,3}\]|[)\]”»]|''(?=\s|$)|"(?=\s|$)|[:;]-?[)(DP](?=\s|$))/uy;
const COUNT = /^[^\p{L}\p{N}]*(?:Figure |Fig\. |Table )?(?:\d{1,3}(?:\.\d{1,3})*|\p{L})$/u;
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
    const clinging = Math.min(stop.index + stop[0].length, paragraph.end);
    const end = withTail(text, clinging, paragraph.end);
    if (ends(text, start, { start: stop.index, end }, paragraph.end)) close(end);
    STOP.lastIndex = end;
  }
  close(paragraph.end);
  return found;
}

/** The end of what still belongs to the stop after a blank: a note's number, a bracket or mark set apart, a smile. */
function withTail(text: string, end: number, limit: number): number {
  let to = end;
  for (let more = 0; more < 5; more++) {
    TAIL.lastIndex = to;
    const found = TAIL.exec(text);
    if (found === null || TAIL.lastIndex > limit) break;
    to = TAIL.lastIndex;
  }
  return to;
}

/** Whether the sentence that began at `start` ends with this stop. */
function ends(text: string, start: number, stop: Span, limit: number): boolean {
  const mark = text.charAt(stop.start);
  if ('。！？'.includes(mark) || stop.end >= limit) return true;
  if (!BLANK.test(text.charAt(stop.end))) return glued(text, start, stop, limit);
  let at = skipBlank(text, stop.end, limit);
  if (at >= limit) return true;
  // `. . .` goes on.
  if (STOPS.includes(text.charAt(at)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))) return false;
  if (ADDRESS.test(text.slice(at, at + 8))) return true;
  let bracket = false;
  for (let opening = 0; opening < 4 && OPENING.test(text.charAt(at)); opening++) {
    bracket ||= '(['.includes(text.charAt(at));
    at = skipBlank(text, at + 1, limit);
  }
  const first = character(text, at);
  const next = wordAt(text, at, limit);
  const capital = !LOWER.test(first);
  const quoted = QUOTE.test(text.charAt(stop.end - 1));
  // A writer without capitals, a name like `eBay`, or a remark in brackets may start a sentence all the same.
  if (!capital && !bracket && next.toLowerCase() === next && next !== 'i' && !(careless(text, start) && !quoted)) return false;
  if (quoted && mark !== '.' && LETTER.test(first)) return !speechFollows(text, at, limit);
  if (mark !== '.') return capital || bracket || mark !== '…';
  if (text.charAt(stop.start + 1) === '.') return capital;
  if (stop.end - stop.start > 1 && capital) return true;
  return !abbreviates(text, start, stop.start, {
    word: next.toLowerCase(),
    isNumber: DIGIT.test(first),
    initial: next.length === 1 && text.charAt(at + 1) === '.',
  });
}

/** A blank was forgotten: `the talks failed.The minister left`. */
function glued(text: string, start: number, stop: Span, limit: number): boolean {
  const next = wordAt(text, stop.end, limit);
  return /^\p{Lu}/u.test(next) && STARTERS.has(next.toLowerCase()) && /^\p{Ll}{3,}$/u.test(wordBefore(text, start, stop.start).slice(-4));
}

/** Whether the sentence began with a small letter, so that the next may too. */
const careless = (text: string, start: number): boolean => LOWER.test(character(text, skipBlank(text, start, start + 8)));

function skipBlank(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && BLANK.test(text.charAt(at))) at++;
  return at;
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
  // A number or letter that opens the sentence counts it: `1. The first point`, `Figure 2. Votes`.
  if (at - start <= 14 && COUNT.test(text.slice(start, at))) return true;
  if (BEFORE_NUMBERS.has(word) && written !== 'P') return next.isNumber;
  if (BEFORE_NAMES.has(word)) return !(starts && (word === 'st' || word === 'ft' || word === 'mt' || word === 'al'));
  if (AT_END.has(word)) return next.word === '' || AFTER_HOURS.has(next.word);
  if (WITHIN.has(word) && /^\p{Lu}/u.test(written)) return next.isNumber || !starts;
  if (/^\p{L}$/u.test(written)) return /\p{Lu}/u.test(written) ? !starts && !next.isNumber : next.isNumber;
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
  return text.slice(at, to).replace('’', "'");
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
