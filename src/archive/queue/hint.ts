import type { Driver } from '../driver.ts';
import type { Ref } from './queue.ts';

const ROWS = 500;

export async function toHint(driver: Driver, before: number, most: number): Promise<readonly Ref[]> {
  const due = (db: Driver['db']) =>
    db
      .selectFrom('queue')
      .select(['id', 'key'])
      .where('status', '=', 'offered')
      .where('hinted', '<', before)
      .orderBy('id')
      .limit(Math.min(most, ROWS))
      .execute();
  // Mostly there is nothing, and nobody need be kept from writing to find that out.
  if ((await due(driver.db)).length === 0) return [];
  return driver.write(async (trx) => {
    const refs = await due(trx);
    const ids = refs.map(({ id }) => id);
    if (ids.length > 0) await trx.updateTable('queue').set({ hinted: Date.now() }).where('id', 'in', ids).execute();
    return refs;
  });
}

export async function notHinted({ db }: Driver, refs: readonly Ref[]): Promise<void> {
  for (let from = 0; from < refs.length; from += ROWS) {
    const ids = refs.slice(from, from + ROWS).map(({ id }) => id);
    await db.updateTable('queue').set({ hinted: 0 }).where('id', 'in', ids).where('status', '=', 'offered').execute();
  }
}
