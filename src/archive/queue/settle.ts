import type { Transaction } from 'kysely';
import type { ReadoutCode } from '../../error.ts';
import type { Driver } from '../driver.ts';
import { type Counts, type Ledger, skip } from '../ledger.ts';
import type { Tables } from '../tables.ts';

/** The code under which a ledger counts what was set aside. */
export const SET_ASIDE: ReadoutCode = 'READOUT_WORK_SET_ASIDE';

/** What is forgotten at a time, so that nobody waits long. */
const MOST = 2000;

/** Milliseconds that an ingest may take to bring all: a week. */
const LONGEST = 7 * 86_400_000;

function addCounts(sum: Counts, given: Ledger, again: number): void {
  const kept = given.read + given.unchanged + given.duplicate;
  sum.offered += kept * (1 + again);
  sum.read += given.read;
  sum.versions += given.versions;
  sum.unchanged += given.unchanged;
  // What came again had nothing new in it; what could not be read could not be read again.
  sum.duplicate += given.duplicate + kept * again;
  for (const [code, count] of Object.entries(given.skipped)) skip(sum, code, count * (1 + again));
}

/** Sums up an ingest whose last document is done, a thousand rows at a time. */
async function ledgerOf(trx: Transaction<Tables>, run: number, own: Ledger): Promise<Ledger> {
  const sum: Counts = { ...own, skipped: { ...own.skipped } };
  for (let after = 0; ; ) {
    const rows = await trx
      .selectFrom('queue')
      .select(['id', 'counts', 'again', 'status'])
      .where('run', '=', run)
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .execute();
    for (const { counts, again, status } of rows) {
      if (counts !== null) addCounts(sum, JSON.parse(counts) as Ledger, again);
      else if (status === 'poison') skip(sum, SET_ASIDE, 1 + again);
    }
    if (rows.length === 0) return sum;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Ingests that have brought all, and of which nothing waits. */
const openRuns = (db: Driver['db']) =>
  db
    .selectFrom('runs')
    .select(['id', 'ledger'])
    .where('finished', 'is', null)
    .where('ledger', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('queue').select('queue.id').whereRef('queue.run', '=', 'runs.id').where('queue.status', '=', 'offered'))),
    );

export async function settle(driver: Driver, before: number): Promise<number> {
  let ended = 0;
  for (const { id } of await openRuns(driver.db).execute()) {
    await driver.write(async (trx) => {
      // Another worker's sweep may have been quicker, or what was set aside waits again since.
      const run = await openRuns(trx).where('id', '=', id).executeTakeFirst();
      if (run === undefined || run.ledger === null) return;
      const ledger = JSON.stringify(await ledgerOf(trx, id, JSON.parse(run.ledger) as Ledger));
      // Counted; should what was set aside be tried again, only that is counted anew.
      await trx.updateTable('queue').set({ counts: null }).where('run', '=', id).where('status', '=', 'done').execute();
      await trx.updateTable('runs').set({ ledger, finished: new Date().toISOString() }).where('id', '=', id).execute();
      ended++;
    });
  }
  await forget(driver, before);
  return ended;
}

/**
 * Rows of ingests that have ended are of no more use once they are done. One that has not brought all yet may still do so, and will count
 * them; after a week its feeder is taken for dead.
 */
async function forget({ db }: Driver, before: number): Promise<void> {
  const began = new Date(before - LONGEST).toISOString();
  const old = await db
    .selectFrom('queue')
    .innerJoin('runs', 'runs.id', 'queue.run')
    .select('queue.id')
    .where('queue.status', '=', 'done')
    .where('queue.finished', '<', before)
    .where(({ or, and, eb }) =>
      or([eb('runs.finished', 'is not', null), and([eb('runs.ledger', 'is', null), eb('runs.started', '<', began)])]),
    )
    .limit(MOST)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom('queue').where('id', 'in', ids).execute();
}
