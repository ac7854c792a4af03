import type { Driver } from '../driver.ts';
import type { Ledger } from '../ledger.ts';
import type { Offer } from '../port.ts';
import { keepOffer } from '../put.ts';
import type { Finished, Ref } from './queue.ts';

/**
 * The readings, and that it is done, in one transaction: whoever dies before has done nothing, whoever comes after finds it done. So what a
 * message that comes twice costs is time.
 */
export async function finish(driver: Driver, { id }: Ref, offer: Offer, { readings, known, problems }: Finished): Promise<Ledger | null> {
  return driver.write(async (trx) => {
    const row = await trx.selectFrom('queue').select('status').where('id', '=', id).executeTakeFirst();
    if (row?.status !== 'offered') return null;
    const counts = {
      offered: known ?? 0,
      read: 0,
      versions: 0,
      unchanged: known ?? 0,
      duplicate: 0,
      skipped: {} as Record<string, number>,
    };
    if (known === null && readings.length + problems.length > 0) {
      for (const { fate, version } of await keepOffer(driver, trx, offer, readings, problems.length === 0)) {
        counts.offered++;
        counts[fate]++;
        if (version) counts.versions++;
      }
    }
    for (const { code } of problems) {
      counts.offered++;
      counts.skipped[code] = (counts.skipped[code] ?? 0) + 1;
    }
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
