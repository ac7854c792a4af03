import { slice } from '../document/span.ts';
import type { Actor, Event, Place, Reading } from '../reading/schema.ts';
import { byId } from './by-id.ts';
import type { Format } from './format.ts';
import { type Field, tsvRow } from './rows.ts';

const quadCodes = ['VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'] as const;

interface Row {
  readonly event: Event;
  readonly reading: Reading;
  readonly known: ReadonlyMap<string, Actor>;
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  readonly place: Place | undefined;
}

const list = (actors: readonly Actor[], field: (actor: Actor) => string | null): string =>
  actors
    .map(field)
    .filter((value) => value !== null)
    .join('; ');

const sides = (side: 'Actor' | 'Recipient', of: (row: Row) => readonly Actor[]): (readonly [string, (row: Row) => Field])[] => [
  [`${side} Name`, (row) => list(of(row), ({ name }) => name)],
  [`${side} Country`, (row) => list(of(row), ({ country }) => country)],
  [`Primary ${side} Sector`, (row) => list(of(row), ({ sector }) => sector)],
  [`${side} Title`, (row) => list(of(row), ({ role }) => role)],
  [`Wikidata ${side} ID`, (row) => list(of(row), ({ wikidata }) => wikidata)],
];

const nameOf = ({ known }: Row, id: string | null) => (id === null ? null : (known.get(id)?.name ?? null));

/** Columns named as in POLECAT's files where they mean the same; the rest is what only Readout tells. */
const columns: readonly (readonly [string, (row: Row) => Field])[] = [
  ['Event ID', ({ event, reading }) => `${reading.document.id}#${event.id}`],
  ['Event Date', ({ event }) => event.date],
  ['Event Type', ({ event }) => event.type],
  ['Event Mode', ({ event }) => event.mode],
  ['Quad Code', ({ event }) => quadCodes[event.quad - 1] ?? null],
  ...sides('Actor', ({ actors }) => actors),
  ...sides('Recipient', ({ recipients }) => recipients),
  ['Placename', ({ place }) => place?.name ?? null],
  ['Country', ({ place }) => place?.country ?? null],
  ['Latitude', ({ place }) => place?.lat ?? null],
  ['Longitude', ({ place }) => place?.lon ?? null],
  ['GeoNames ID', ({ place }) => place?.geonames ?? null],
  ['Trigger', ({ event, reading }) => slice(reading.document.text, event.trigger)],
  ['Negated', ({ event }) => event.negated],
  ['Hypothetical', ({ event }) => event.hypothetical],
  ['Future', ({ event }) => event.future],
  ['Historical', ({ event }) => event.historical],
  ['Said By', (row) => nameOf(row, row.event.saidBy)],
  ['Via', (row) => row.event.via.map((id) => nameOf(row, id) ?? id).join('; ')],
  ['Hedge', ({ event, reading }) => event.hedge && slice(reading.document.text, event.hedge)],
  [
    'Numbers',
    ({ event, reading }) => (event.numbers ?? []).map((number) => `${slice(reading.document.text, number)} ${number.kind}`).join('; '),
  ],
  ['Answers', ({ event }) => event.answers ?? null],
  ['Score', ({ event }) => event.score],
  ['Source', ({ reading }) => reading.document.outlet],
  ['Publication Date', ({ reading }) => reading.document.published],
  ['Headline', ({ reading }) => reading.document.title],
  ['URL', ({ reading }) => reading.document.url],
  ['Language', ({ reading }) => reading.document.language],
  ['Version', ({ reading }) => `readout ${reading.engine.version}`],
];

/** Tab-separated, one row an event, for what reads PLOVER's data. */
export const plover: Format = {
  head: () => tsvRow(columns.map(([name]) => name)),
  separator: '',
  document({ reading }) {
    const known = byId(reading.actors);
    const places = byId(reading.places);
    const those = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
    return reading.events
      .map((event) => ({
        event,
        reading,
        known,
        actors: those(event.actor),
        recipients: those(event.recipient),
        place: event.place === null ? undefined : places.get(event.place),
      }))
      .map((row) => tsvRow(columns.map(([, value]) => value(row))))
      .join('');
  },
  problem: () => '',
};
