import type { Span } from '../../document/span.ts';
import type { Event, Quotation, Reading } from '../../reading/schema.ts';
import type { Driver } from '../driver.ts';
import { shaOf } from '../ids.ts';
import { readingOf } from '../reading.ts';
import { corrections } from './keep.ts';
import { recordAtIn } from './place.ts';

type Pair = readonly [start: number, end: number];

/** A corrected document in the form of the annotated articles that the model learns from. */
export interface Gold {
  readonly id: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly actors: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly of: string | null }[];
  readonly quotations: readonly unknown[];
  readonly events: readonly unknown[];
  /** Places of records that a person says are none. */
  readonly rejected: readonly unknown[];
}

const pair = (span: Span | null): Pair | null => (span === null ? null : [span.start, span.end]);
/** One actor, or a list of those who speak together. */
const joint = (ids: readonly string[]): string | readonly string[] | null => (ids.length > 1 ? ids : (ids[0] ?? null));

function goldOf(reading: Reading, corrected: ReadonlySet<Quotation | Event>, rejected: readonly unknown[]): Gold {
  const { id, text, title, published } = reading.document;
  const touched = (record: Quotation | Event) => (corrected.has(record) ? { corrected: true } : {});
  return {
    id: shaOf(id).slice(0, 16),
    date: published?.slice(0, 10) ?? null,
    title,
    text,
    actors: reading.actors.map(({ id, name, kind, of }) => ({ id, name, kind, of })),
    quotations: reading.quotations.map((quotation) => ({
      kind: quotation.kind,
      content: quotation.content.map(pair),
      cue: pair(quotation.cue),
      source: pair(quotation.source),
      speaker: joint(quotation.speakers),
      via: quotation.via,
      hedged: quotation.hedged,
      ...touched(quotation),
    })),
    events: reading.events.map((event) => ({
      type: event.type,
      trigger: pair(event.trigger),
      actor: event.actor,
      recipient: event.recipient,
      negated: event.negated,
      hypothetical: event.hypothetical,
      future: event.future,
      historical: event.historical,
      place: reading.places.find((place) => place.id === event.place)?.name ?? null,
      date: event.date,
      said_by: event.saidBy,
      hedge: pair(event.hedge),
      ...touched(event),
    })),
    rejected,
  };
}

/** The documents in whose records people have corrected something, as they corrected them, by hash. */
export async function* gold(driver: Driver): AsyncGenerator<Gold> {
  const kept = (await corrections(driver)).map(({ correction }) => correction).filter((one) => 'record' in one);
  const documents = [...new Set(kept.map(({ record }) => record.document))].sort();
  for (const document of documents) {
    const row = await driver.db.selectFrom('documents').select('id').where('sha', '=', shaOf(document)).executeTakeFirst();
    if (row === undefined) continue;
    const reading = await readingOf(driver.db, row.id);
    const own = kept.filter(({ record }) => record.document === document);
    const corrected = own.filter(({ what }) => what !== 'reject').flatMap(({ record }) => recordAtIn(reading, record) ?? []);
    const rejected = own
      .filter(({ what }) => what === 'reject')
      .map(({ record }) =>
        'quotation' in record ? { content: record.quotation.map(pair) } : { type: record.type, trigger: pair(record.event) },
      );
    yield goldOf(reading, new Set(corrected), rejected);
  }
}
