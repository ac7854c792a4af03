import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Actor, Event, Quotation, Reading } from '../reading/schema.ts';
import { cursorOf, placeOf } from './cursor.ts';
import type { Driver, Match } from './driver.ts';
import { recordId } from './ids.ts';
import type { Item, Page, Query } from './query.ts';
import { readingOf } from './reading.ts';
import { wordsOf } from './rows.ts';
import type { Tables } from './tables.ts';
import { terms } from './terms.ts';

const USUAL = 20;
const MOST = 1000;

type Conditions = readonly Expression<SqlBool>[];
type Build = ExpressionBuilder<Tables, 'records'>;

/** Every word of a name, wherever it stands in it. */
const named = (columns: Match['columns'], name: string | undefined): readonly Match[] =>
  name === undefined || terms(name).length === 0 ? [] : [{ columns, phrases: terms(name).map((term) => [term]) }];

function matchesOf(query: Query): readonly Match[] {
  const phrases = (query.words ?? []).map(terms).filter((phrase) => phrase.length > 0);
  return [
    ...(phrases.length === 0 ? [] : [{ columns: ['words' as const], phrases }]),
    ...named(['speaker'], query.speaker),
    ...named(['cue'], query.cue),
    ...named(['actor'], query.actor),
    ...named(['recipient'], query.recipient),
    ...named(['said_by', 'speaker'], query.saidBy),
    ...(typeof query.place === 'string' && !isCountry(query.place) ? named(['place'], query.place) : []),
  ];
}

const isCountry = (place: string): boolean => /^[A-Z]{2}$/.test(place);

function placed(eb: Build, place: Query['place']): Conditions {
  if (place === undefined) return [];
  if (typeof place === 'string') return isCountry(place) ? [eb('country', '=', place)] : [];
  const { south, west, north, east } = place;
  const around =
    west <= east ? eb.and([eb('lon', '>=', west), eb('lon', '<=', east)]) : eb.or([eb('lon', '>=', west), eb('lon', '<=', east)]);
  return [eb('lat', '>=', south), eb('lat', '<=', north), around];
}

function conditionsOf(eb: Build, query: Query): Conditions {
  const equal = <Column extends 'kind' | 'type'>(column: Column, value: string | undefined): Conditions =>
    value === undefined ? [] : [eb(column, '=', value as never)];
  const flag = (column: 'hedged' | 'negated', value: boolean | undefined): Conditions =>
    value === undefined ? [] : [eb(column, '=', value ? 1 : 0)];
  return [
    ...(query.sort === undefined ? [] : [eb('kind', query.sort === 'quotation' ? 'is not' : 'is', null)]),
    ...equal('kind', query.kind),
    ...equal('type', query.type),
    ...flag('hedged', query.hedged),
    ...flag('negated', query.negated),
    ...(query.since === undefined ? [] : [eb('date', '>=', query.since)]),
    // Every date that begins so sorts before it.
    ...(query.until === undefined ? [] : [eb('date', '<=', `${query.until}~`), eb('date', '<>', '')]),
    ...placed(eb, query.place),
  ];
}

/** What comes after a place: older; or as old, and later in the order of documents and their texts. */
function after(eb: Build, cursor: string | undefined): Conditions {
  if (cursor === undefined) return [];
  const { date, code, seq } = placeOf(cursor);
  const later = eb.or([eb('code', '>', code), eb.and([eb('code', '=', code), eb('seq', '>', seq)])]);
  return [eb('date', '<=', date), eb.or([eb('date', '<', date), later])];
}

/** The outlets whose names have all the words of one: there are few, so they are looked through. */
async function outletsOf({ db }: Driver, name: string): Promise<readonly string[]> {
  const all = await db.selectFrom('documents').select('outlet').distinct().where('outlet', 'is not', null).execute();
  const wanted = terms(name);
  return all.flatMap(({ outlet }) => (outlet !== null && wanted.every((term) => terms(outlet).includes(term)) ? [outlet] : []));
}

const nothingAsked = { items: [], next: null };

/** Quotations and events that have all that is asked, newest first. @throws ReadoutError READOUT_CURSOR_INVALID */
export async function find(driver: Driver, query: Query): Promise<Page> {
  const limit = Math.min(Math.max(1, query.limit ?? USUAL), MOST);
  const matches = matchesOf(query);
  // Words of which none can be searched ("—") are in no record.
  const asked = [query.words?.join(' '), query.speaker, query.cue, query.actor, query.recipient, query.saidBy, query.outlet];
  if (asked.some((text) => text !== undefined && text !== '' && terms(text).length === 0)) return nothingAsked;
  const outlets = query.outlet === undefined ? null : await outletsOf(driver, query.outlet);
  if (outlets?.length === 0) return nothingAsked;
  const rows = await driver.db
    .selectFrom('records')
    .select(['document', 'local', 'date', 'code', 'seq'])
    .where((eb) => eb.and([...conditionsOf(eb, query), ...after(eb, query.cursor)]))
    .$if(outlets !== null, (found) =>
      found.where('document', 'in', (of) =>
        of
          .selectFrom('documents')
          .select('documents.id')
          .where('documents.outlet', 'in', outlets ?? []),
      ),
    )
    .$if(matches.length > 0, (found) => found.where(driver.words.found(matches)))
    .orderBy('date', 'desc')
    .orderBy('code')
    .orderBy('seq')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const items = await itemsOf(driver, page);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

type Row = { readonly document: number; readonly local: string; readonly date: string };

async function itemsOf(driver: Driver, rows: readonly Row[]): Promise<readonly Item[]> {
  const readings = new Map<number, Reading>();
  for (const { document } of rows) if (!readings.has(document)) readings.set(document, await readingOf(driver.db, document));
  return rows.flatMap(({ document, local, date }) => {
    const reading = readings.get(document);
    const item = reading && itemOf(reading, local, date);
    return item === undefined ? [] : [item];
  });
}

const nameOf = (actors: ReadonlyMap<string, Actor>, id: string | null): string | null =>
  id === null ? null : (actors.get(id)?.name ?? null);
const recordOf = (reading: Reading, local: string): Quotation | Event | undefined =>
  (local.startsWith('q') ? reading.quotations : (reading.events as readonly (Quotation | Event)[])).find(({ id }) => id === local);

/** A record of a reading as `find` gives it; undefined where the reading has none of this id. */
export function itemOf(reading: Reading, local: string, date: string): Item | undefined {
  const record = recordOf(reading, local);
  if (record === undefined) return undefined;
  const { id, url, outlet, title, published, text } = reading.document;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const names = (ids: readonly string[]) => ids.map((one) => nameOf(actors, one)).filter((name) => name !== null);
  const event = 'content' in record ? null : record;
  return {
    id: recordId(id.replace('sha256:', ''), local),
    sort: event === null ? 'quotation' : 'event',
    date: date === '' ? null : date,
    document: { id, url, outlet, title, published },
    words: wordsOf(text, record),
    speakers: 'content' in record ? names(record.speakers) : [],
    actors: event === null ? [] : names(event.actor),
    recipients: event === null ? [] : names(event.recipient),
    saidBy: event === null ? null : nameOf(actors, event.saidBy),
    place: event === null ? null : (reading.places.find((place) => place.id === event.place)?.name ?? null),
    record,
  };
}
