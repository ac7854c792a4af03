import type { Transaction } from 'kysely';
import type { ActorAt, Correction, PeopleCorrection } from '../corrections/correction.ts';
import { isOfRecord } from '../corrections/correction.ts';
import type { Tables } from '../tables.ts';
import { codeOf } from './batch.ts';
import { actorRow, firstRow } from './resolve.ts';

type Trx = Transaction<Tables>;

/** The standing corrections of people, in the order in which they were made. */
async function standing(trx: Trx): Promise<readonly PeopleCorrection[]> {
  const rows = await trx
    .selectFrom('corrections')
    .select('body')
    .where('what', 'in', ['merge', 'split', 'rename'])
    .where('undone', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Correction).filter((one): one is PeopleCorrection => !isOfRecord(one));
}

/** A person that only corrections make: of an actor whom no rule links, or of those who were split off. */
async function newPerson(trx: Trx, code: string, actor: number): Promise<number> {
  const { name, kind, role, country } = await trx
    .selectFrom('actors')
    .select(['name', 'kind', 'role', 'country'])
    .where('id', '=', actor)
    .executeTakeFirstOrThrow();
  const row = { code, block: null, name, kind, role, country, into: null };
  const there = await trx.selectFrom('people').select('id').where('code', '=', code).executeTakeFirst();
  return there?.id ?? (await trx.insertInto('people').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

async function give(trx: Trx, actor: number, person: number): Promise<void> {
  await trx
    .insertInto('links')
    .values({ actor, block: null, person, rule: 'x' })
    .onConflict((conflict) => conflict.column('actor').doUpdateSet({ person, rule: 'x' }))
    .execute();
}

/** The person that an actor is, after all corrections so far. */
async function personOf(trx: Trx, actor: number, at: ActorAt): Promise<number> {
  const link = await trx.selectFrom('links').select('person').where('actor', '=', actor).executeTakeFirst();
  if (link?.person != null) return rootOf(trx, link.person);
  const person = await newPerson(trx, codeOf(`actor ${at.document} ${at.name}`), actor);
  await give(trx, actor, person);
  return person;
}

async function rootOf(trx: Trx, person: number): Promise<number> {
  const row = await trx.selectFrom('people').select('into').where('id', '=', person).executeTakeFirst();
  // Always of one step: whoever is merged takes along all that were merged into him.
  return row?.into ?? person;
}

async function merge(trx: Trx, { people }: Extract<PeopleCorrection, { what: 'merge' }>): Promise<void> {
  const roots: number[] = [];
  for (const { actors } of people) {
    const actor = await firstRow(trx, actors);
    const [at] = actors;
    if (actor !== null && at !== undefined) roots.push(await personOf(trx, actor, at));
  }
  const [first, ...others] = [...new Set(roots)];
  if (first === undefined) return;
  for (const other of others)
    await trx
      .updateTable('people')
      .set({ into: first })
      .where((eb) => eb.or([eb('id', '=', other), eb('into', '=', other)]))
      .execute();
}

async function split(trx: Trx, { actors }: Extract<PeopleCorrection, { what: 'split' }>): Promise<void> {
  const [first] = actors;
  const code = codeOf(`split ${JSON.stringify(first)}`);
  for (const at of actors) {
    const actor = await actorRow(trx, at);
    if (actor !== null) await give(trx, actor, await newPerson(trx, code, actor));
  }
}

async function rename(trx: Trx, { person, name }: Extract<PeopleCorrection, { what: 'rename' }>): Promise<void> {
  const actor = await firstRow(trx, person.actors);
  const [at] = person.actors;
  if (actor === null || at === undefined) return;
  const id = await personOf(trx, actor, at);
  await trx.updateTable('people').set({ name }).where('id', '=', id).execute();
}

/** Lays what people said about people over what the rules made. Replayed whole, so that it depends on nothing but the two. */
export async function overlay(trx: Trx): Promise<void> {
  for (const correction of await standing(trx)) {
    if (correction.what === 'merge') await merge(trx, correction);
    else if (correction.what === 'split') await split(trx, correction);
    else await rename(trx, correction);
  }
}
