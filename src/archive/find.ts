import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor, Event, Quotation, Reading } from '../reading/schema.ts';
import { closenessOf, isClose } from './closeness.ts';
import { cursorOf, type Place, placeOf } from './cursor.ts';
import type { Driver, Match } from './driver.ts';
import { forms } from './forms.ts';
import { recordId } from './ids.ts';
import { personRow } from './people/find.ts';
import { refreshPeople } from './people/refresh.ts';
import type { Item, Page, Query } from './query.ts';
import { readingOf } from './reading.ts';
import { wordsOf } from './rows.ts';
import type { PartLetter, Tables } from './tables.ts';
import { terms } from './terms.ts';

const USUAL = 20;
const MOST = 1000;

type Conditions = readonly Expression<SqlBool>[];
type Build = ExpressionBuilder<Tables, 'records'>;

const isPerson = (name: string | undefined): name is string => name?.startsWith('who:') ?? false;

/** Every word of a name, wherever it stands in it. */
const named = (columns: Match['columns'], name: string | undefined): readonly Match[] =>
  name === undefined || isPerson(name) || terms(name).length === 0 ? [] : [{ columns, phrases: terms(name).map((term) => [term]) }];

/** A phrase as it stands; a word alone in any of its forms. */
const worded = (columns: Match['columns'], phrase: readonly string[], exact: boolean): Match => {
  const [term, ...rest] = phrase;
  return term === undefined || rest.length > 0 || exact
    ? { columns, phrases: [phrase] }
    : { columns, phrases: forms(term).map((form) => [form]), any: true };
};

function matchesOf(query: Query): readonly Match[] {
  const exact = query.exact ?? false;
  const phrases = (query.words ?? []).map(terms).filter((phrase) => phrase.length > 0);
  return [
    ...phrases.map((phrase) => worded(['words'], phrase, exact)),
    ...named(['speaker'], query.speaker),
    ...terms(query.cue ?? '').map((term) => worded(['cue'], [term], exact)),
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

/** What comes after a place: less close; as close, and older; or as old, and later in the order of documents and their texts. */
function after(eb: ExpressionBuilder<{ hits: Place }, 'hits'>, { date, code, seq, closeness }: Place): Expression<SqlBool> {
  const later = eb.or([eb('code', '>', code), eb.and([eb('code', '=', code), eb('seq', '>', seq)])]);
  const older = eb.and([eb('date', '<=', date), eb.or([eb('date', '<', date), later])]);
  return closeness === null ? older : eb.or([eb('closeness', '<', closeness), eb.and([eb('closeness', '=', closeness), older])]);
}

/** The outlets whose names have all the words of one: there are few, so they are looked through, each found behind the one before in the index. */
async function outletsOf({ db }: Driver, name: string): Promise<readonly string[]> {
  const all = await sql<{ outlet: string }>`
    with recursive names (outlet) as (
      select min(outlet) from documents
      union all
      select (select min(documents.outlet) from documents where documents.outlet > names.outlet) from names where names.outlet is not null
    )
    select outlet from names where outlet is not null`.execute(db);
  const wanted = terms(name);
  return all.rows.flatMap(({ outlet }) => (wanted.every((term) => terms(outlet).includes(term)) ? [outlet] : []));
}

/** The parts that a person must have in a record, by the flags that take one. */
const partsOf = { speaker: ['s'], actor: ['a'], recipient: ['r'], saidBy: ['s', 'b', 'v'] } as const;

/** The rows of the people that a query names by id. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
async function peopleOf(
  driver: Driver,
  query: Query,
): Promise<readonly { readonly letters: readonly PartLetter[]; readonly person: number }[]> {
  const found = [];
  for (const [field, letters] of Object.entries(partsOf)) {
    const name = query[field as keyof typeof partsOf];
    if (!isPerson(name)) continue;
    await refreshPeople(driver);
    found.push({ letters, person: await personRow(driver.db, name) });
  }
  return found;
}

/** The records that have all that is asked; null where nothing can have it. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function matching(driver: Driver, query: Query) {
  const matches = matchesOf(query);
  // Words of which none can be searched ("—") are in no record.
  const asked = [query.words?.join(' '), query.speaker, query.cue, query.actor, query.recipient, query.saidBy, query.outlet];
  if (asked.some((text) => text !== undefined && text !== '' && terms(text).length === 0)) return null;
  const outlets = query.outlet === undefined ? null : await outletsOf(driver, query.outlet);
  if (outlets?.length === 0) return null;
  let found = driver.db
    .selectFrom('records')
    .where((eb) => eb.and([...conditionsOf(eb, query)]))
    .$if(outlets !== null, (some) =>
      some.where('document', 'in', (of) =>
        of
          .selectFrom('documents')
          .select('documents.id')
          .where('documents.outlet', 'in', outlets ?? []),
      ),
    )
    .$if(matches.length > 0, (some) => some.where(driver.words.found(matches)));
  for (const { letters, person } of await peopleOf(driver, query))
    found = found.where('records.id', 'in', (of) =>
      of
        .selectFrom('parts')
        .innerJoin('links', 'links.actor', 'parts.actor')
        .innerJoin('people', 'people.id', 'links.person')
        .select('parts.record')
        .where('parts.part', 'in', letters)
        .where((eb) => eb.or([eb('people.id', '=', person), eb('people.into', '=', person)])),
    );
  return found;
}

/** Quotations and events that have all that is asked, in its order. @throws ReadoutError READOUT_CURSOR_INVALID, READOUT_PERSON_NOT_FOUND */
export async function find(driver: Driver, query: Query): Promise<Page> {
  const limit = Math.min(Math.max(1, query.limit ?? USUAL), MOST);
  const close = isClose(query);
  const from = query.cursor === undefined ? null : placeOf(query.cursor, close);
  const found = await matching(driver, query);
  if (found === null) return { items: [], next: null };
  const hits = found.select(['document', 'local', 'date', 'code', 'seq', closenessOf(driver, query).as('closeness')]);
  const rows = await driver.db
    .selectFrom(hits.as('hits'))
    .selectAll()
    .$if(from !== null, (some) => some.where((eb) => after(eb as never, from as Place)))
    .$if(close, (some) => some.orderBy('closeness', 'desc'))
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

export async function itemsOf(driver: Driver, rows: readonly Row[]): Promise<readonly Item[]> {
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
