import type { Transaction } from 'kysely';
import type { Driver } from '../driver.ts';
import type { Ledger } from '../ledger.ts';
import type { Tables } from '../tables.ts';
import { SET_ASIDE } from './settle.ts';

/** An ingest that had ended is open again: its ledger no longer counts them as set aside. */
export async function reopen(trx: Transaction<Tables>, run: number, times: number): Promise<void> {
  const row = await trx.selectFrom('runs').select(['finished', 'ledger']).where('id', '=', run).executeTakeFirst();
  if (row === undefined || row.finished === null || row.ledger === null) return;
  const ledger = JSON.parse(row.ledger) as Ledger;
  const { [SET_ASIDE]: aside = 0, ...skipped } = ledger.skipped;
  const left = aside - times;
  const reopened = {
    ...ledger,
    offered: ledger.offered - times,
    skipped: left > 0 ? { ...skipped, [SET_ASIDE]: left } : skipped,
  };
  await trx
    .updateTable('runs')
    .set({ ledger: JSON.stringify(reopened), finished: null })
    .where('id', '=', run)
    .execute();
}

export async function retry(driver: Driver): Promise<number> {
  return driver.write(async (trx) => {
    const aside = await trx.selectFrom('queue').select(['id', 'run', 'again']).where('status', '=', 'poison').execute();
    const byRun = new Map<number, number>();
    for (const { run, again } of aside) byRun.set(run, (byRun.get(run) ?? 0) + 1 + again);
    for (const [run, times] of byRun) await reopen(trx, run, times);
    await trx
      .updateTable('queue')
      .set({ status: 'offered', tries: 0, hinted: 0, error: null, finished: null })
      .where('status', '=', 'poison')
      .execute();
    return aside.length;
  });
}
