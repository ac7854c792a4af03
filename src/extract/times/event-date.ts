import { type Span, startingIn } from '../../document/span.ts';
import type { Time } from '../../reading/schema.ts';
import { civil, monthValue, parseDay } from './calendar.ts';
import { anchorOf } from './value.ts';

/** What `eventDate` needs to know of an event. */
export interface Happening {
  readonly trigger: Span;
  /** The sentence the trigger stands in: only its times are asked. */
  readonly sentence: Span;
  /** What may or should happen has no date (annotators leave it out in 91 of 100 cases). */
  readonly hypothetical: boolean;
}

/** The calendar date a TIMEX3 value stands for, as exact as it is: a week gives its Thursday's month, a quarter or season its year; null for durations, sets, decades, references. */
export function dateOf(value: string): string | null {
  const exact = /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4})(?=$|T)/u.exec(value);
  if (exact !== null) return exact[0].length === 10 && parseDay(exact[0]) === null ? null : exact[0];
  const anchor = anchorOf(value);
  if (anchor === null) return null;
  const { year, month } = civil(anchor.day + 3);
  return anchor.grain === 'W' ? monthValue(year, month) : String(civil(anchor.day).year).padStart(4, '0');
}

const clauses = /\b(?:that|who|which|whom|whose|because|after|before|while|when|where|if|but|since|although|though|as)\b/gu;
const verbs = /\b(?:[A-Za-z]+ed|was|were|is|are|will|has|have|had|said|says)\b/gu;
const count = (text: string, pattern: RegExp, most: number): number => Math.min(most, text.match(pattern)?.length ?? 0);

/** Characters between an act and a time from which on `closeness` is never above 0: 0.86 + 0.99 + 0.21 + 0.12 speak for it at most, 2.88 against it. */
const FAR = 200;
/** No time expression is longer. */
const LONGEST = 400;

/**
 * How surely a time tells when the trigger's act took place, from the words between them: distance, clause openers, speech verbs, quotation marks,
 * infinitives and verbs speak against it. Weights: logistic regression over 3,379 pairs of `gold/train`, rounded; above 0 is a yes.
 */
function closeness(text: string, trigger: Span, time: Span): number {
  const after = time.start >= trigger.end;
  const between = (after ? text.slice(trigger.end, time.start) : text.slice(time.end, Math.max(time.end, trigger.start))).slice(0, 400);
  const lead = text.slice(Math.max(0, time.start - 25), time.start);
  const saidThen = between.length > 12 && /\b(?:said|says|told|tweeted|wrote|announced)(?: \w+)? (?:on )?$/u.test(lead);
  return (
    0.86 -
    (0.72 * Math.min(between.length, 200)) / 50 -
    0.38 * count(between, clauses, 2) -
    0.75 * count(between, /\b(?:said|says|told|say|saying)\b/gu, 1) -
    0.36 * count(between, /["“”]/gu, 1) -
    0.36 * count(between, /\bto [a-z]/gu, 1) -
    0.2 * count(between, verbs, 3) +
    0.33 * count(between, /,/gu, 3) +
    (after ? 0.21 : 0) +
    0.12 * count(between, /[;:—–]/gu, 1) -
    (saidThen ? 0.54 : 0)
  );
}

/**
 * The time expression that dates an event, and the date as exact as the text allows (YYYY-MM-DD, YYYY-MM, YYYY); nulls where its sentence does not tell.
 * @example eventDate('They met on Tuesday.', times, { trigger: { start: 5, end: 8 }, sentence: { start: 0, end: 20 }, hypothetical: false }) // { time: 't1', date: '2023-09-12' }
 */
export function eventDate(
  text: string,
  times: readonly Time[],
  happening: Happening,
): { readonly time: string | null; readonly date: string | null } {
  let best: { readonly time: string; readonly date: string; readonly score: number } | null = null;
  if (!happening.hypothetical) {
    const { start, end } = happening.trigger;
    // A sentence may be a list of a thousand dates.
    for (const time of startingIn(times, { start: start - FAR - LONGEST, end: end + FAR })) {
      if (time.start < happening.sentence.start || time.start >= happening.sentence.end) continue;
      const date = time.type === 'DATE' || time.type === 'TIME' ? dateOf(time.value) : null;
      if (date === null) continue;
      const score = closeness(text, happening.trigger, time);
      if (score > 0 && (best === null || score > best.score)) best = { time: time.id, date, score };
    }
  }
  return { time: best?.time ?? null, date: best?.date ?? null };
}
