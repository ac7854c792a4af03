import type { Reading } from '../../../src/reading/schema.ts';

/** Which records the reader wants to see; an empty string asks for all. */
export interface Choice {
  /** Id of an actor: speaker of a quotation; actor, recipient or warrantor of an event. */
  readonly person: string;
  readonly kind: string;
  readonly type: string;
  readonly intents: boolean;
}

export const everything: Choice = { person: '', kind: '', type: '', intents: false };

/** Ids of the quotations that a choice lets through. Intents (what somebody plans or hopes) are told only when asked for. */
export const quotationsChosen = (reading: Reading, { person, kind, intents }: Choice): ReadonlySet<string> =>
  new Set(
    reading.quotations
      .filter((quotation) => intents || quotation.stance !== 'intent')
      .filter((quotation) => kind === '' || quotation.kind === kind)
      .filter(({ speakers, via }) => person === '' || speakers.includes(person) || via.includes(person))
      .map(({ id }) => id),
  );

export const eventsChosen = (reading: Reading, { person, type }: Choice): ReadonlySet<string> =>
  new Set(
    reading.events
      .filter((event) => type === '' || event.type === type)
      .filter(({ actor, recipient, saidBy, via }) => person === '' || [...actor, ...recipient, ...via, saidBy].includes(person))
      .map(({ id }) => id),
  );

/** How many quotations and events name each actor, most first. */
export function tally(reading: Reading): readonly { readonly id: string; readonly said: number; readonly did: number }[] {
  const said = new Map<string, number>();
  const did = new Map<string, number>();
  const add = (map: Map<string, number>, ids: Iterable<string | null>) => {
    for (const id of new Set(ids)) if (id !== null) map.set(id, (map.get(id) ?? 0) + 1);
  };
  for (const { speakers, stance } of reading.quotations) if (stance !== 'intent') add(said, speakers);
  for (const { actor, recipient } of reading.events) add(did, [...actor, ...recipient]);
  return reading.actors
    .map(({ id }) => ({ id, said: said.get(id) ?? 0, did: did.get(id) ?? 0 }))
    .filter((one) => one.said + one.did > 0)
    .sort((a, b) => b.said - a.said || b.did - a.did);
}
