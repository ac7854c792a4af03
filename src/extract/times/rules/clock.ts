import { clockAt } from '../clock.ts';
import { dayAtIndex, lastDay, timed } from '../day.ts';
import type { Context, Found, Rule } from '../found.ts';
import { at, reads, type Token, word } from '../tokens.ts';
import { cardinals, sides } from '../words.ts';

const spots: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '24:00'],
]);

/** A time of day, and the day right after it: "10 p.m. Wednesday", "noon on Thursday", "5 p.m. EST Nov. 9"; alone it is the last mentioned day's. */
export const clock: Rule = {
  name: 'clock',
  starts: ['#', ...cardinals.keys(), ...spots.keys()],
  match(tokens, from): Found | null {
    const spot = spots.get(word(tokens, from));
    const time = spot === undefined ? clockAt(tokens, from) : { value: spot, to: from + 1 };
    if (time === null) return null;
    const day = dayAfter(tokens, time.to);
    return {
      from,
      to: day?.to ?? time.to,
      type: 'TIME',
      value: (context) => timed(day?.value(context) ?? lastDay(context) ?? 'XXXX-XX-XX', `T${time.value}`),
    };
  },
};

function dayAfter(tokens: readonly Token[], from: number): { readonly to: number; readonly value: (context: Context) => string } | null {
  let to = from;
  if (word(tokens, to) === ',' || reads(tokens, to, 'on')) to++;
  const side = sides.get(word(tokens, to));
  if (side !== undefined && at(tokens, to + 1).capital) return dayAtIndex(tokens, to + 1, side);
  return dayAtIndex(tokens, to);
}
