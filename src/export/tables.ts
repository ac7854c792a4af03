import { slice } from '../document/span.ts';
import type { View } from '../reading/picture.ts';
import type { Actor, Event, Place, Quotation, Reading } from '../reading/schema.ts';
import { byId } from './by-id.ts';
import type { Field } from './rows.ts';

/** A reading whose actors and places are found by their ids. */
interface Known {
  readonly document: Reading['document'];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
}

/** As Parquet names them; every field may be null. */
export type ColumnType = 'STRING' | 'BOOLEAN' | 'INT32' | 'DOUBLE';

type Column<Record> = readonly [name: string, type: ColumnType, value: (record: Record, known: Known) => Field];

const actorOf = ({ actors }: Known, id: string | null) => (id === null ? undefined : actors.get(id));
const names = ({ actors }: Known, ids: readonly string[]): string => ids.map((id) => actors.get(id)?.name ?? id).join('; ');

const documentColumns: readonly Column<unknown>[] = [
  ['document', 'STRING', (_, { document }) => document.id],
  ['input', 'STRING', (_, { document }) => document.input.id ?? document.input.uri],
  ['outlet', 'STRING', (_, { document }) => document.outlet],
  ['published', 'STRING', (_, { document }) => document.published],
  ['title', 'STRING', (_, { document }) => document.title],
  ['url', 'STRING', (_, { document }) => document.url],
];

/** A row a quotation. */
const quotationColumns: readonly Column<Quotation>[] = [
  ...documentColumns,
  ['id', 'STRING', ({ id }) => id],
  ['kind', 'STRING', ({ kind }) => kind],
  ['speaker', 'STRING', ({ speakers }, known) => names(known, speakers)],
  ['speaker_kind', 'STRING', ({ speaker }, known) => actorOf(known, speaker)?.kind ?? null],
  ['speaker_role', 'STRING', ({ speaker }, known) => actorOf(known, speaker)?.role ?? null],
  ['speaker_of', 'STRING', ({ speaker }, known) => actorOf(known, speaker)?.of ?? null],
  ['speaker_country', 'STRING', ({ speaker }, known) => actorOf(known, speaker)?.country ?? null],
  ['unknown', 'STRING', ({ unknown }) => unknown],
  ['via', 'STRING', ({ via }, known) => names(known, via)],
  ['source', 'STRING', ({ source }, { document }) => source && slice(document.text, source)],
  ['cue', 'STRING', ({ cue }, { document }) => cue && slice(document.text, cue)],
  ['content', 'STRING', ({ content }, { document }) => content.map((part) => slice(document.text, part)).join(' … ')],
  ['stance', 'STRING', ({ stance }) => stance],
  ['denied', 'BOOLEAN', ({ denied }) => denied],
  ['hedged', 'BOOLEAN', ({ hedged }) => hedged],
  ['start', 'INT32', ({ content }) => content[0]?.start ?? null],
  ['end', 'INT32', ({ content }) => content.at(-1)?.end ?? null],
  ['score', 'DOUBLE', ({ score }) => score],
];

/** A row an event. */
const eventColumns: readonly Column<Event>[] = [
  ...documentColumns,
  ['id', 'STRING', ({ id }) => id],
  ['type', 'STRING', ({ type }) => type],
  ['mode', 'STRING', ({ mode }) => mode],
  ['date', 'STRING', ({ date }) => date],
  ['actor', 'STRING', ({ actor }, known) => names(known, actor)],
  ['recipient', 'STRING', ({ recipient }, known) => names(known, recipient)],
  ['trigger', 'STRING', ({ trigger }, { document }) => slice(document.text, trigger)],
  ['place', 'STRING', ({ place }, { places }) => (place === null ? null : (places.get(place)?.name ?? null))],
  ['said_by', 'STRING', ({ saidBy }, known) => (saidBy === null ? null : names(known, [saidBy]))],
  ['via', 'STRING', ({ via }, known) => names(known, via)],
  ['quotation', 'STRING', ({ quotation }) => quotation],
  ['negated', 'BOOLEAN', ({ negated }) => negated],
  ['hypothetical', 'BOOLEAN', ({ hypothetical }) => hypothetical],
  ['future', 'BOOLEAN', ({ future }) => future],
  ['historical', 'BOOLEAN', ({ historical }) => historical],
  ['hedge', 'STRING', ({ hedge }, { document }) => hedge && slice(document.text, hedge)],
  ['quad', 'INT32', ({ quad }) => quad],
  ['start', 'INT32', ({ trigger }) => trigger.start],
  ['end', 'INT32', ({ trigger }) => trigger.end],
  ['score', 'DOUBLE', ({ score }) => score],
];

/** An event without a date stands behind those that have one. */
const key = ({ date }: Event): string => date ?? '\uffff';

/** The events of a reading as a view has them: in the text's order, or in that of their dates. */
const eventsFor = ({ events }: Reading, view: View): readonly Event[] =>
  view === 'timeline' ? [...events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)) : events;

function rows<Record>(columns: readonly Column<Record>[], records: readonly Record[], { document, actors, places }: Reading): Field[][] {
  const known: Known = { document, actors: byId(actors), places: byId(places) };
  return records.map((record) => columns.map(([, , value]) => value(record, known)));
}

/** Names and types of a view's columns. */
export const columnsFor = (view: View): readonly (readonly [name: string, type: ColumnType])[] =>
  (view === 'quotations' ? quotationColumns : eventColumns).map(([name, type]) => [name, type]);

/** The rows of a reading in a view, in the order of its columns. */
export const rowsFor = (reading: Reading, view: View): Field[][] =>
  view === 'quotations' ? rows(quotationColumns, reading.quotations, reading) : rows(eventColumns, eventsFor(reading, view), reading);
