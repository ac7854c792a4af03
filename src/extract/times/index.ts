import type { Span } from '../../document/span.ts';
import type { Time } from '../../reading/schema.ts';
import { parseDay } from './calendar.ts';
import { leftEnd } from './extend.ts';
import type { Context, Found, Rule } from './found.ts';
import { notTime } from './not-times.ts';
import { rules } from './rules/index.ts';
import { siblingDay } from './siblings.ts';
import { tenseAround } from './tense.ts';
import { at, type Token, tokenize } from './tokens.ts';
import { anchorOf } from './value.ts';

export { dateOf, eventDate } from './event-date.ts';

const byWord: ReadonlyMap<string, readonly Rule[]> = index();

function index(): Map<string, Rule[]> {
  const map = new Map<string, Rule[]>();
  for (const rule of rules) for (const word of new Set(rule.starts)) map.set(word, [...(map.get(word) ?? []), rule]);
  return map;
}

/** The longest match at a token; of equals the rule further up in the list. */
function longest(tokens: readonly Token[], from: number): Found | null {
  const token = at(tokens, from);
  const sibling = siblingDay(tokens, from);
  if (sibling !== null) return sibling;
  const candidates = byWord.get(token.digits ? '#' : token.word);
  if (candidates === undefined) return null;
  let best: Found | null = null;
  for (const rule of candidates) {
    const found = rule.match(tokens, from);
    if (found !== null && (best === null || found.to > best.to)) best = found;
  }
  return best;
}

/**
 * All time expressions of a text in reading order, with TIMEX3 types and values. Relative ones are worked out from `published`
 * (never from a clock); without it they keep what the text allows: `XXXX-WXX-2` for "Tuesday", `PAST_REF` for "last week".
 * Offsets are UTF-16 units, half open; ids `t1`, `t2` … in order.
 * @example findTimes('They met on Tuesday.', { published: '2023-09-13' }) // [{ id: 't1', start: 12, end: 19, type: 'DATE', value: '2023-09-12' }]
 */
export function findTimes(text: string, options: { readonly published: string | null; readonly paragraphs?: readonly Span[] }): Time[] {
  const tokens = tokenize(text, options.paragraphs);
  const published = parseDay(options.published);
  const times: Time[] = [];
  let reference: string | null = null;
  let period: string | null = null;
  let free = 0;
  for (let from = 0; from < tokens.length; from++) {
    const token = at(tokens, from);
    if (token.word === '\n') continue;
    const found = longest(tokens, from);
    if (found === null || notTime(tokens, found.from, found.to)) continue;
    const named = found.quarter === true;
    const left = Math.max(leftEnd(tokens, found), free);
    const context: Context = { published, reference, period, tense: tenseAround(tokens, left, found.to) };
    const value = found.value(context);
    from = found.to - 1;
    free = found.to;
    if (value === null) continue;
    times.push({ id: `t${times.length + 1}`, start: at(tokens, left).start, end: at(tokens, found.to - 1).end, type: found.type, value });
    if (anchorOf(value) !== null) reference = value;
    if (named && context.tense !== 'future' && /^\d{4}-Q\d$/u.test(value)) period = value;
  }
  return times;
}
