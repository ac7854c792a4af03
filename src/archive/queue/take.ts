import type { Driver } from '../driver.ts';
import { unpack } from '../pack.ts';
import type { Ref, Taken } from './queue.ts';

const neverEnded = (tries: number): string => `A worker began it ${tries} times and never came to an end.`;

const waiting = ({ db }: Driver, { id, key }: Ref) =>
  db.selectFrom('queue').where('id', '=', id).where('key', '=', key).where('status', '=', 'offered');

export async function attempt(driver: Driver, ref: Ref, again: boolean, mostTries: number): Promise<number | null> {
  const row = await waiting(driver, ref).select('tries').executeTakeFirst();
  if (row === undefined) return null;
  const next = again || row.tries > 0 ? Math.max(1, row.tries) + 1 : 1;
  if (next <= mostTries) return next;
  await driver.db
    .updateTable('queue')
    .set({ status: 'poison', tries: mostTries, finished: Date.now() })
    .set((one) => ({ error: one.fn.coalesce('error', one.val(neverEnded(mostTries))) }))
    .where('id', '=', ref.id)
    .where('status', '=', 'offered')
    .execute();
  return null;
}

/**
 * A first try is not written down: that it was begun costs nothing. From the second on it is, before it begins, since the document may be
 * what ends the worker. One that only waits for its turn beside that is not begun, so that it has no try less for another's fault.
 */
export async function take(driver: Driver, ref: Ref, tries: number): Promise<Taken | null> {
  const row = await waiting(driver, ref).select(['uri', 'about', 'packed']).executeTakeFirst();
  if (row === undefined || row.packed === null) return null;
  if (tries > 1) await driver.db.updateTable('queue').set({ tries }).where('id', '=', ref.id).where('status', '=', 'offered').execute();
  return { uri: row.uri, about: row.about, original: unpack(row.packed) };
}

export async function fail({ db }: Driver, { id }: Ref, attempt: number, mostTries: number, error: string): Promise<boolean> {
  const last = attempt >= mostTries;
  await db
    .updateTable('queue')
    .set({ tries: attempt, error, ...(last ? { status: 'poison' as const, finished: Date.now() } : {}) })
    .where('id', '=', id)
    .where('status', '=', 'offered')
    .execute();
  return last;
}
