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
    acts.forEach((act, at) => {
      if (!BELONGS[kind].has(act.type) || ((kind === 'people' || kind === 'money') && gap(act) > NEAR)) return;
      if (nearest < 0 || gap(act) < gap(acts[nearest] as Counted)) nearest = at;
    });
    const { start, end, least, most, about, currency } = amount;
    found[nearest]?.push({ start, end, kind, least, most, about, currency });
  }
  return found;
}
