import { lastDay } from '../day.ts';
import type { Context, Found, Rule } from '../found.ts';
import { reads, type Token, word } from '../tokens.ts';
import { anchorOf, holding, shifted } from '../value.ts';
import { type Unit, units } from '../words.ts';

const moves: ReadonlyMap<string, number> = new Map([
  ['that', 0],
  ['same', 0],
  ['following', 1],
  ['next', 1],
  ['previous', -1],
  ['preceding', -1],
]);

const beside = (context: Context, by: number, unit: Unit): string | null => {
  if (unit === 'D' && by === 0) return lastDay(context);
  const anchor = anchorOf(context.reference);
  const day = anchor?.day ?? context.published;
  return day === null ? null : by === 0 ? holding(day, unit) : shifted(day, by, unit);
};

/** "that day", "the same year", "the following month", "the next day": beside the last mentioned date. */
export const same: Rule = {
  name: 'same',
  starts: moves.keys(),
  match(tokens, from): Found | null {
    const first = word(tokens, from);
    if (first === 'that' && reads(tokens, from + 1, 'same')) return match(tokens, from, from + 2, 0);
    if (first !== 'that' && word(tokens, from - 1) !== 'the') return null;
    return match(tokens, from, from + 1, moves.get(first) ?? 0);
  },
};

function match(tokens: readonly Token[], from: number, index: number, by: number): Found | null {
  const unit = units.get(word(tokens, index));
  if (unit === undefined || word(tokens, index).endsWith('s') || unit === 'S' || unit === 'MI' || unit === 'H') return null;
  if (word(tokens, from) === 'next' && unit !== 'D') return null;
  return {
    from,
    to: index + 1,
    type: 'DATE',
    value: (context) => beside(context, by, unit) ?? (by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF'),
  };
}
