import type { Kysely } from 'kysely';
import { ReadoutError } from '../../error.ts';
import type { Actor, Event, Quotation, Reading } from '../../reading/schema.ts';
import { parseActor, parseId, shaOf } from '../ids.ts';
import { actorsOfPerson, noSuchPerson, personRow } from '../people/find.ts';
import { readingOf } from '../reading.ts';
import { documentRow } from '../show.ts';
import type { Tables } from '../tables.ts';
import type { Asked } from './asked.ts';
import { type ActorAt, type Correction, flagsOf, type PersonAt, type RecordAt, type Who } from './correction.ts';
import { recordAtOf } from './place.ts';

type Db = Kysely<Tables>;

/** So many places name a person, in case that one is read otherwise one day. */
const PLACES = 3;

const KINDS = ['person', 'group', 'organisation', 'country', 'unnamed'] as const;

/** The mention that names an actor best: its longest name, the first of several. */
function mentionOf({ mentions }: Actor): ActorAt['mention'] {
  const named = mentions.some(({ form }) => form === 'name') ? mentions.filter(({ form }) => form === 'name') : mentions;
  const [best] = [...named].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return best === undefined ? null : { start: best.start, end: best.end };
}

const actorAt = (reading: Reading, actor: Actor): ActorAt => ({
  document: reading.document.id,
  mention: mentionOf(actor),
  name: actor.name,
});

async function readingBy(db: Db, id: string): Promise<Reading> {
  return readingOf(db, (await documentRow(db, id)).id);
}

function actorIn(reading: Reading, local: string, ref: string): Actor {
  const actor = reading.actors.find(({ id }) => id === local);
  if (actor === undefined) throw noSuchPerson(ref);
  return actor;
}

async function personAt(db: Db, ref: string): Promise<PersonAt> {
  const actor = parseActor(ref);
  if (actor !== null) {
    const reading = await readingBy(db, actor.sha);
    const found = actorIn(reading, actor.local, ref);
    return { name: found.name, actors: [actorAt(reading, found)] };
  }
  const rows = await actorsOfPerson(db, await personRow(db, ref));
  // Those that are linked by the whole name first.
  const sorted = [...rows.filter(({ rule }) => rule === 'n'), ...rows.filter(({ rule }) => rule !== 'n')];
  const actors: ActorAt[] = [];
  for (const { sha, local } of sorted.slice(0, PLACES)) {
    const reading = await readingBy(db, sha);
    actors.push(actorAt(reading, actorIn(reading, local, ref)));
  }
  if (actors.length === 0) throw noSuchPerson(ref);
  return { name: sorted[0]?.name ?? '', actors };
}

/** The actors that are to be split off. */
async function splitFrom(db: Db, person: string, from: readonly string[]): Promise<readonly ActorAt[]> {
  const rows = await actorsOfPerson(db, await personRow(db, person));
  const actors: ActorAt[] = [];
  for (const ref of from) {
    const actor = parseActor(ref);
    const { sha } = await documentRow(db, actor?.sha ?? ref);
    const own = rows.filter((row) => row.sha === sha && (actor === null || row.local === actor.local));
    if (own.length === 0) throw noSuchPerson(ref);
    const reading = await readingBy(db, sha);
    for (const { local } of own) actors.push(actorAt(reading, actorIn(reading, local, ref)));
  }
  return actors;
}

function recordIn(reading: Reading, local: string | null, ref: string): Quotation | Event {
  const record = [...reading.quotations, ...reading.events].find(({ id }) => id === local);
  if (record !== undefined) return record;
  throw new ReadoutError(
    'READOUT_RECORD_NOT_FOUND',
    `“${ref}” is no quotation or event of this archive.`,
    'readout search prints ids, as 1f0c22ab9e01:q7.',
  );
}

/** Somebody for a record: an actor of its document where there is one, else a name. */
async function whoOf(db: Db, reading: Reading, ref: string): Promise<Who> {
  const of = (actor: Actor): Who => ({ mention: mentionOf(actor), name: actor.name, kind: actor.kind });
  if (/^a[1-9]\d{0,6}$/.test(ref)) return of(actorIn(reading, ref, ref));
  const sha = shaOf(reading.document.id);
  const actor = parseActor(ref);
  if (actor !== null) {
    if (!sha.startsWith(actor.sha)) throw noSuchPerson(ref);
    return of(actorIn(reading, actor.local, ref));
  }
  if (!ref.startsWith('who:')) {
    const own = reading.actors.find(({ name }) => name === ref);
    if (own !== undefined) return of(own);
    const known = await db.selectFrom('people').select('kind').where('name', '=', ref).orderBy('code').limit(1).executeTakeFirst();
    return { mention: null, name: ref, kind: KINDS.find((kind) => kind === known?.kind) ?? 'person' };
  }
  const id = await personRow(db, ref);
  const here = (await actorsOfPerson(db, id)).find((row) => row.sha === sha);
  if (here !== undefined) return of(actorIn(reading, here.local, ref));
  const { name, kind } = await db.selectFrom('people').select(['name', 'kind']).where('id', '=', id).executeTakeFirstOrThrow();
  return { mention: null, name, kind: KINDS.find((one) => one === kind) ?? 'person' };
}

const wrongRecord = (what: string): ReadoutError =>
  new ReadoutError(
    'READOUT_USAGE',
    what === 'speaker' ? 'Only a quotation has a speaker.' : `Only an event has an ${what}.`.replace('an recipient', 'a recipient'),
    'Name a record as 1f0c22ab9e01:q7 or 1f0c22ab9e01:e2.',
  );

/** What a person asks for as a correction that lasts. @throws ReadoutError READOUT_PERSON_NOT_FOUND, READOUT_RECORD_NOT_FOUND, READOUT_USAGE */
export async function correctionFrom(db: Db, asked: Asked): Promise<Correction> {
  if (asked.what === 'merge') {
    const people: PersonAt[] = [];
    for (const ref of asked.people) people.push(await personAt(db, ref));
    return { what: 'merge', people };
  }
  if (asked.what === 'split') return { what: 'split', actors: [...(await splitFrom(db, asked.person, asked.from))] };
  if (asked.what === 'rename') return { what: 'rename', person: await personAt(db, asked.person), name: asked.name };
  const named = parseId(asked.record);
  const reading = await readingBy(db, asked.record);
  const record = recordIn(reading, named?.local ?? null, asked.record);
  const at = recordAtOf(reading, record);
  if (asked.what === 'reject' || asked.what === 'accept') return { what: asked.what, record: at };
  if (asked.what === 'type') {
    if ('quotation' in at) throw wrongRecord(asked.what);
    return { what: 'type', record: at, type: asked.type };
  }
  if (asked.what === 'flags') return flagsFrom(at, asked.flags);
  const who: Who[] = [];
  for (const ref of asked.who) who.push(await whoOf(db, reading, ref));
  if ('quotation' in at) {
    if (asked.what !== 'speaker') throw wrongRecord(asked.what);
    return { what: 'speaker', record: at, who };
  }
  if (asked.what === 'speaker') throw wrongRecord(asked.what);
  return { what: asked.what, record: at, who };
}

/** Only the flags that such a record has. @throws ReadoutError READOUT_USAGE */
function flagsFrom(at: RecordAt, flags: Extract<Asked, { what: 'flags' }>['flags']): Correction {
  const quotation = flagsOf.quotation.safeParse(flags);
  const event = flagsOf.event.safeParse(flags);
  if (Object.keys(flags).length > 0) {
    if ('quotation' in at && quotation.success) return { what: 'flags', record: at, flags: quotation.data };
    if ('event' in at && event.success) return { what: 'flags', record: at, flags: event.data };
  }
  throw new ReadoutError(
    'READOUT_USAGE',
    `These are no flags of ${'quotation' in at ? 'a quotation' : 'an event'}.`,
    'A quotation may be denied, hedged and of a stance; an event negated, hypothetical, future and historical.',
  );
}

/** The document that a correction of a record is about. */
export const documentOf = (correction: Correction): string | null => ('record' in correction ? shaOf(correction.record.document) : null);
