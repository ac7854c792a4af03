import type { Kysely, Transaction } from 'kysely';
import { ReadoutError } from '../../error.ts';
import type { Driver } from '../driver.ts';
import { recordId, shaOf } from '../ids.ts';
import { refreshIn, refreshPeople } from '../people/refresh.ts';
import { firstRow } from '../people/resolve.ts';
import { addRows, machineReadingOf, removeRows } from '../reading.ts';
import type { Tables } from '../tables.ts';
import type { Asked } from './asked.ts';
import { type ActorAt, type Correction, isOfRecord, type Kept } from './correction.ts';
import { correctionFrom, documentOf } from './make.ts';
import { recordAtIn } from './place.ts';

type Trx = Transaction<Tables>;

/** The actors by which a correction of people finds them. */
const actorsIn = (correction: Correction): readonly (readonly ActorAt[])[] => {
  if (correction.what === 'merge') return correction.people.map(({ actors }) => actors);
  if (correction.what === 'rename') return [correction.person.actors];
  return correction.what === 'split' ? correction.actors.map((actor) => [actor]) : [];
};

/** Makes again what a correction changes: its document's rows, or the people it is about. */
async function replay(driver: Driver, trx: Trx, correction: Correction): Promise<void> {
  if (isOfRecord(correction)) {
    const document = await rowOf(trx, documentOf(correction) ?? '');
    if (document === null) return;
    await removeRows(driver, trx, document);
    await addRows(driver, trx, await machineReadingOf(trx, document), document);
    return;
  }
  for (const actors of actorsIn(correction)) {
    const actor = await firstRow(trx, actors);
    if (actor === null) continue;
    // The rules' own link of the actor, whatever corrections made of it.
    const block = (eb: Kysely<Tables>) => eb.selectFrom('links').select('block').where('actor', '=', actor).where('block', 'is not', null);
    const row = await block(trx).executeTakeFirst();
    if (row?.block != null) await trx.updateTable('blocks').set({ stale: 1 }).where('id', '=', row.block).execute();
  }
  await refreshIn(trx);
}

async function rowOf(db: Kysely<Tables>, sha: string): Promise<number | null> {
  return (await db.selectFrom('documents').select('id').where('sha', '=', sha).executeTakeFirst())?.id ?? null;
}

/** Keeps a correction that is ready, such as one from a dump, and lets it prevail. @returns its number */
export async function keepCorrection(driver: Driver, trx: Trx, correction: Correction, note: string | null): Promise<number> {
  const sha = documentOf(correction);
  const document = sha === null ? null : await rowOf(trx, sha);
  const row = { what: correction.what, document, body: JSON.stringify(correction), note, made: new Date().toISOString(), undone: null };
  const { id } = await trx.insertInto('corrections').values(row).returning('id').executeTakeFirstOrThrow();
  await replay(driver, trx, correction);
  return id;
}

/** Keeps what a person asks for. @throws ReadoutError READOUT_PERSON_NOT_FOUND, READOUT_RECORD_NOT_FOUND, READOUT_USAGE */
export async function makeCorrection(driver: Driver, asked: Asked, note: string | null): Promise<Kept> {
  await refreshPeople(driver);
  const id = await driver.write(async (trx) => keepCorrection(driver, trx, await correctionFrom(trx, asked), note));
  await refreshPeople(driver);
  const kept = (await corrections(driver)).find((one) => one.id === id);
  if (kept === undefined) throw notFound(id);
  return kept;
}

const notFound = (id: number): ReadoutError =>
  new ReadoutError('READOUT_CORRECTION_NOT_FOUND', `There is no standing correction ${id}.`, 'readout corrections prints them.');

/** Takes a correction back: everything is as if it had never been. @throws ReadoutError READOUT_CORRECTION_NOT_FOUND */
export async function undoCorrection(driver: Driver, id: number): Promise<Kept> {
  const kept = (await corrections(driver)).find((one) => one.id === id);
  if (kept === undefined) throw notFound(id);
  await driver.write(async (trx) => {
    await trx.updateTable('corrections').set({ undone: new Date().toISOString() }).where('id', '=', id).execute();
    await replay(driver, trx, kept.correction);
  });
  await refreshPeople(driver);
  return kept;
}

async function placeOf(db: Kysely<Tables>, correction: Correction): Promise<Pick<Kept, 'placed' | 'record'>> {
  if (!isOfRecord(correction)) {
    for (const actors of actorsIn(correction)) if ((await firstRow(db, actors)) === null) return { placed: false, record: null };
    return { placed: true, record: null };
  }
  const sha = shaOf(correction.record.document);
  const document = await rowOf(db, sha);
  const record = document === null ? null : recordAtIn(await machineReadingOf(db, document), correction.record);
  return record === null ? { placed: false, record: null } : { placed: true, record: recordId(sha, record.id) };
}

/** The standing corrections in the order in which they were made. */
export async function corrections(driver: Driver): Promise<readonly Kept[]> {
  const rows = await driver.db
    .selectFrom('corrections')
    .select(['id', 'body', 'note', 'made'])
    .where('undone', 'is', null)
    .orderBy('id')
    .execute();
  const kept: Kept[] = [];
  for (const { id, body, note, made } of rows) {
    const correction = JSON.parse(body) as Correction;
    kept.push({ id, correction, note, made, ...(await placeOf(driver.db, correction)) });
  }
  return kept;
}
