import type { Driver } from '../driver.ts';
import type { Ledger } from '../ledger.ts';
import { pack } from '../pack.ts';
import { lastingUri } from '../printing.ts';
import type { Queued, Ref } from './queue.ts';

/** Rows of one statement: not every store takes many values at once. */
const ROWS = 50;

export async function brought({ db }: Driver, run: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db.selectFrom('queue').select('key').where('run', '=', run).where('key', 'in', keys).execute();
  return new Set(rows.map(({ key }) => key));
}

/** @param items each with a key of its own. Said twice it does no harm: a feeder whose connection broke cannot know whether it was kept. */
export async function add(driver: Driver, run: number, items: readonly Queued[], hinted: boolean): Promise<readonly Ref[]> {
  // Before the transaction: nobody need wait for the packing.
  const rows = items.map(({ key, uri, about, original }) => ({
    ...{ run, key, uri: lastingUri(uri), about, packed: pack(original), again: 0 },
    ...{ status: 'offered' as const, hinted: hinted ? Date.now() : 0, tries: 0, error: null, counts: null, finished: null },
  }));
  return driver.write(async (trx) => {
    const refs: Ref[] = [];
    for (let from = 0; from < rows.length; from += ROWS) {
      const made = trx
        .insertInto('queue')
        .values(rows.slice(from, from + ROWS))
        .onConflict((conflict) => conflict.columns(['run', 'key']).doNothing())
        .returning(['id', 'key']);
      refs.push(...(await made.execute()));
    }
    return refs;
  });
}

/** Its ledger holds what the ingest itself could count; `settle` adds the rest. */
export async function fed(driver: Driver, run: number, ledger: Ledger, again: ReadonlyMap<string, number>): Promise<void> {
  await driver.write(async (trx) => {
    for (const [key, times] of again)
      await trx.updateTable('queue').set({ again: times }).where('run', '=', run).where('key', '=', key).execute();
    await trx
      .updateTable('runs')
      .set({ ledger: JSON.stringify(ledger) })
      .where('id', '=', run)
      .where('finished', 'is', null)
      .execute();
  });
}
