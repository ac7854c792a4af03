import { isoDate } from '../dates.ts';
import type { Rule } from './rule.ts';

const updated =
  /^(?:(?:first |last |originally )?(?:published|updated|posted|modified)\b.{0,120}|(?:about )?\d{1,3} (?:min(?:ute)?|hour|day|week|month)s? ago|duration \d.{0,20})$/iu;
const dateOnly =
  /^(?:\p{L}{3,9}\.?,? )?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} \p{L}{3,9}\.?,? \d{4})(?:[ ,•|@·-]{1,4}(?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?$/iu;
const writer = /^By:? \p{Lu}[\p{L}'’.-]+(?:(?:,| and| &)? [\p{Lu}][\p{L}'’.-]+){1,6}$/u;

/** "Published: 15:56 BST, 27 April 2024", "2 days ago", "By Jane Doe": the line of time and writer. */
export const stamp: Rule = ({ text }) =>
  text.length < 140 &&
  ((updated.test(text) && (/ago$|^duration/iu.test(text) || isoDate(text) !== null || /\d ?(?:hours?|minutes?|days?) ago/iu.test(text))) ||
    dateOnly.test(text) ||
    writer.test(text));
