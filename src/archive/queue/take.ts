import type { Driver } from '../driver.ts';
import { unpack } from '../pack.ts';
import type { Ref, Taken } from './queue.ts';

const neverEnded = (tries: number): string => `A worker began it ${tries} times and never came to an end.`;

/**
 * A first try is not written down: that it was begun costs nothing. From the second on it is, before it begins, since the document may be
 * what ends the worker.
 */
export async function take(driver: Driver, { id, key }: Ref, again: boolean, mostTries: number): Promise<Taken | null> {
  const waiting = () =>
    driver.db
      .selectFrom('queue')
      .select(['uri', 'about', 'packed', 'tries'])
      .where('id', '=', id)
      .where('key', '=', key)
      .where('status', '=', 'offered')
      .executeTakeFirst();
  const row = await waiting();
  if (row === undefined || row.packed === null) return null;
  const attempt = again || row.tries > 0 ? Math.max(1, row.tries) + 1 : 1;
  if (attempt > mostTries) {
    await driver.db
      .updateTable('queue')
      .set({ status: 'poison', tries: mostTries, finished: Date.now() })
      .set((one) => ({ error: one.fn.coalesce('error', one.val(neverEnded(mostTries))) }))
      .where('id', '=', id)
      .where('status', '=', 'offered')
      .execute();
    return null;
  }
  if (attempt > 1) await driver.db.updateTable('queue').set({ tries: attempt }).where('id', '=', id).execute();
  return { uri: row.uri, about: row.about, original: unpack(row.packed), attempt };
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
