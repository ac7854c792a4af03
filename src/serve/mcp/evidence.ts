import { itemOf } from '../../archive/find.ts';
import { slicesOf } from '../../proof/slices.ts';
import type { Event, Quotation, Reading } from '../../reading/schema.ts';

/** A part of a text that an answer stands on: offsets are UTF-16 units, half open. */
export interface Evidence {
  /** `content`, `cue`, `source`, `trigger`, `mention` … */
  readonly of: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A record with the slices it stands on: what an assistant may cite. */
export interface Told {
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly what: Readonly<Record<string, unknown>>;
  readonly slices: readonly Evidence[];
}

/** A reading of this one record, with the actors, place and time that it names. */
function only(reading: Reading, record: Quotation | Event): Reading {
  const named = JSON.stringify(record);
  const isNamed = ({ id }: { readonly id: string }) => named.includes(`"${id}"`);
  return {
    ...reading,
    names: [],
    // Of an actor the first mention with a name will do.
    actors: reading.actors.filter(isNamed).map((actor) => {
      const best = actor.mentions.find(({ form }) => form === 'name') ?? actor.mentions[0];
      return { ...actor, mentions: best === undefined ? [] : [best] };
    }),
    quotations: 'content' in record ? [record] : [],
    events: 'content' in record ? [] : [record],
    places: 'content' in record ? [] : reading.places.filter(isNamed),
    times: 'content' in record ? [] : reading.times.filter(isNamed),
    ledger: { ...reading.ledger, skipped: [] },
  };
}

/** @example 'quotations[0].content[1]' is `content`, 'actors[2].mentions[0]' `mention`, 'places[0]' `place` */
const partOf = (at: string): string =>
  (at.split('.').slice(1).join('.') || at).replace(/\[\d+\]/g, '').replace(/^(mention|place|time)s$/, '$1');

/** Undefined where the reading has no such record. */
export function toldOf(reading: Reading, local: string): Told | undefined {
  const event = reading.events.find(({ id }) => id === local);
  const item = itemOf(reading, local, event?.date ?? reading.document.published ?? '');
  if (item === undefined) return undefined;
  const { record, words, speakers, actors, recipients, saidBy, place } = item;
  const what =
    'content' in record
      ? {
          quotation: record.kind,
          speakers,
          words,
          denied: record.denied,
          hedged: record.hedged,
          stance: record.stance,
          unknown: record.unknown,
        }
      : {
          ...{ event: record.type, actors, recipients, saidBy, place, words, negated: record.negated, hedged: record.hedge !== null },
          ...{ hypothetical: record.hypothetical, future: record.future, historical: record.historical },
        };
  const slices = slicesOf(only(reading, record)).map(({ at, ...slice }) => ({ of: partOf(at), ...slice }));
  const { id: document, title, outlet } = item.document;
  return { id: item.id, document, title, outlet, date: item.date, what, slices };
}
