import { slice } from '../document/span.ts';
import type { Actor, Event, Place, Quotation, Reading } from '../reading/schema.ts';
import { byId } from './by-id.ts';
import type { Format } from './format.ts';
import { csvRow, type Field } from './rows.ts';

/** A reading whose actors and places are found by their ids. */
interface Known {
  readonly document: Reading['document'];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
}

type Column<Record> = readonly [name: string, value: (record: Record, known: Known) => Field];

const actorOf = ({ actors }: Known, id: string | null) => (id === null ? undefined : actors.get(id));
const names = ({ actors }: Known, ids: readonly string[]): string => ids.map((id) => actors.get(id)?.name ?? id).join('; ');

const documentColumns: readonly Column<unknown>[] = [
  ['document', (_, { document }) => document.id],
  ['input', (_, { document }) => document.input.id ?? document.input.uri],
  ['outlet', (_, { document }) => document.outlet],
  ['published', (_, { document }) => document.published],
  ['title', (_, { document }) => document.title],
  ['url', (_, { document }) => document.url],
];

const quotationColumns: readonly Column<Quotation>[] = [
  ...documentColumns,
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['speaker', ({ speakers }, known) => names(known, speakers)],
  ['speaker_kind', ({ speaker }, known) => actorOf(known, speaker)?.kind ?? null],
  ['speaker_role', ({ speaker }, known) => actorOf(known, speaker)?.role ?? null],
  ['speaker_of', ({ speaker }, known) => actorOf(known, speaker)?.of ?? null],
  ['speaker_country', ({ speaker }, known) => actorOf(known, speaker)?.country ?? null],
  ['unknown', ({ unknown }) => unknown],
  ['via', ({ via }, known) => names(known, via)],
  ['source', ({ source }, { document }) => source && slice(document.text, source)],
  ['cue', ({ cue }, { document }) => cue && slice(document.text, cue)],
  ['content', ({ content }, { document }) => content.map((part) => slice(document.text, part)).join(' … ')],
  ['stance', ({ stance }) => stance],
  ['denied', ({ denied }) => denied],
  ['hedged', ({ hedged }) => hedged],
  ['start', ({ content }) => content[0]?.start ?? null],
  ['end', ({ content }) => content.at(-1)?.end ?? null],
  ['score', ({ score }) => score],
];

const eventColumns: readonly Column<Event>[] = [
  ...documentColumns,
  ['id', ({ id }) => id],
  ['type', ({ type }) => type],
  ['mode', ({ mode }) => mode],
  ['date', ({ date }) => date],
  ['actor', ({ actor }, known) => names(known, actor)],
  ['recipient', ({ recipient }, known) => names(known, recipient)],
  ['trigger', ({ trigger }, { document }) => slice(document.text, trigger)],
  ['place', ({ place }, { places }) => (place === null ? null : (places.get(place)?.name ?? null))],
  ['said_by', ({ saidBy }, known) => (saidBy === null ? null : names(known, [saidBy]))],
  ['via', ({ via }, known) => names(known, via)],
  ['quotation', ({ quotation }) => quotation],
  ['negated', ({ negated }) => negated],
  ['hypothetical', ({ hypothetical }) => hypothetical],
  ['future', ({ future }) => future],
  ['historical', ({ historical }) => historical],
  ['hedge', ({ hedge }, { document }) => hedge && slice(document.text, hedge)],
  ['quad', ({ quad }) => quad],
  ['start', ({ trigger }) => trigger.start],
  ['end', ({ trigger }) => trigger.end],
  ['score', ({ score }) => score],
];

const header = <Record>(columns: readonly Column<Record>[]): string => csvRow(columns.map(([name]) => name));
function rows<Record>(columns: readonly Column<Record>[], records: readonly Record[], { document, actors, places }: Reading): string {
  const known: Known = { document, actors: byId(actors), places: byId(places) };
  return records.map((record) => csvRow(columns.map(([, value]) => value(record, known)))).join('');
}

/** A table: one row a quotation; with the view of events one row an event, with the timeline's in the order of their dates. */
export const csv: Format = {
  head: ({ view }) => (view === 'quotations' ? header(quotationColumns) : header(eventColumns)),
  separator: '',
  document({ reading }, { view }) {
    if (view === 'quotations') return rows(quotationColumns, reading.quotations, reading);
    if (view === 'events') return rows(eventColumns, reading.events, reading);
    const key = ({ date }: Event) => date ?? '\uffff';
    return rows(
      eventColumns,
      [...reading.events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
      reading,
    );
  },
  problem: () => '',
};
