import type { Span } from '../../../document/span.ts';
import type { Event, EventNumber } from '../../../reading/schema.ts';
import { amountsIn } from './amounts.ts';
import { kindOf } from './kind.ts';

type Type = Event['type'];

/** Which acts a number may belong to. */
const BELONGS: Readonly<Record<EventNumber['kind'], ReadonlySet<Type>>> = {
  dead: new Set<Type>(['ASSAULT']),
  wounded: new Set<Type>(['ASSAULT']),
  missing: new Set<Type>(['ASSAULT']),
  abducted: new Set<Type>(['ASSAULT']),
  arrested: new Set<Type>(['COERCE']),
  people: new Set<Type>(['PROTEST', 'MOBILIZE', 'RETREAT', 'ASSAULT', 'COERCE', 'CONCEDE', 'SANCTION', 'AID']),
  money: new Set<Type>(['AID', 'COOPERATE', 'AGREE', 'SANCTION', 'CONCEDE', 'COERCE', 'REQUEST']),
};
/** Characters between an act and a number of people or money; casualties may stand anywhere in the sentence. */
const NEAR = 60;
/** Acts on either side of a number that are asked, so that a sentence without end costs no more than its length. */
const ASKED = 12;

/** An act of a sentence as far as its numbers go. */
export interface Counted {
  readonly type: Type;
  readonly trigger: Span;
}

/**
 * The numbers of a sentence ("at least 20 dead", "dozens wounded", "$3 billion"), each with the act it belongs to: the nearest of a type that fits.
 * @returns for each act its numbers, in text order
 */
export function numbersOf(text: string, sentence: Span, acts: readonly Counted[]): EventNumber[][] {
  const found: EventNumber[][] = acts.map(() => []);
  if (acts.length === 0) return found;
  for (const amount of amountsIn(text, sentence)) {
    const kind = kindOf(text, amount, sentence);
    if (kind === null) continue;
    const gap = ({ trigger }: Counted): number => Math.max(amount.start - trigger.end, trigger.start - amount.end, 0);
    let nearest = -1;
    const middle = firstBehind(acts, amount.start);
    for (let at = Math.max(0, middle - ASKED); at < Math.min(acts.length, middle + ASKED); at++) {
      const act = acts[at] as Counted;
      if (!BELONGS[kind].has(act.type) || ((kind === 'people' || kind === 'money') && gap(act) > NEAR)) continue;
      if (nearest < 0 || gap(act) < gap(acts[nearest] as Counted)) nearest = at;
    }
    const { start, end, least, most, about, currency } = amount;
    found[nearest]?.push({ start, end, kind, least, most, about, currency });
  }
  return found;
}

/** The index of the first act that begins behind an offset, found by halving. */
function firstBehind(acts: readonly Counted[], offset: number): number {
  let low = 0;
  let high = acts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((acts[middle] as Counted).trigger.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
