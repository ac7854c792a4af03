import type { Driver } from '../driver.ts';
import { countPut, emptyLedger, type Ledger, skip } from '../ledger.ts';
import type { Offer } from '../port.ts';
import { keepOffer } from '../put.ts';
import type { Finished, Ref } from './queue.ts';
import { reopen } from './retry.ts';

/**
 * The readings, and that it is done, in one transaction: whoever dies before has done nothing, whoever comes after finds it done. So what a
 * message that comes twice costs is time.
 */
export async function finish(driver: Driver, { id }: Ref, offer: Offer, { readings, known, problems }: Finished): Promise<Ledger | null> {
  return driver.write(async (trx) => {
    const row = await trx.selectFrom('queue').select(['run', 'status', 'again']).where('id', '=', id).executeTakeFirst();
    if (row === undefined || row.status === 'done') return null;
    // Its worker was only slow: a machine that is very busy looks like one that died.
    if (row.status === 'poison') await reopen(trx, row.run, 1 + row.again);
    const counts = { ...emptyLedger(), offered: known ?? 0, unchanged: known ?? 0 };
    if (known === null && readings.length + problems.length > 0) {
      for (const put of await keepOffer(driver, trx, offer, readings, problems.length === 0)) countPut(counts, put);
    }
    for (const { code } of problems) skip(counts, code);
    const [first] = problems;
    const error = first === undefined ? null : `${first.code}: ${first.message}`;
    await trx
      .updateTable('queue')
      .set({ status: 'done', packed: null, error, counts: JSON.stringify(counts), finished: Date.now() })
      .where('id', '=', id)
      .execute();
    return counts;
  });
}
