import { type Kysely, sql, type Transaction } from 'kysely';
import type { Driver } from '../driver.ts';
import type { Tables } from '../tables.ts';
import { isToRetry } from './faults.ts';

/** What its locks are known by among those of other programs in the database ("Rdut"). */
export const APPLICATION = 0x52647574;
/** To wait for the other writers: theirs are one document long, but there may be many; linking people anew takes longer. */
const PATIENCE = '120s';
/** Between two statements of a writer. One whose machine is gone must not keep the others out. */
const SILENCE = '120s';
const TRIES = 5;

/** Held to the end of the transaction. Unlike the rows it changes it is taken before anything is read: see docs/decisions/015. */
export const lock = (schema: string) => sql`select set_config('lock_timeout', ${PATIENCE}, true),
  set_config('idle_in_transaction_session_timeout', ${SILENCE}, true), pg_advisory_xact_lock(${APPLICATION}, hashtext(${schema}))`;

/** One after the other: writers of this process wait here, on no connection, so that those who only read find one. */
function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function written<Result>(db: Kysely<Tables>, schema: string, work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      // Read committed: what is read after the lock is held is what the writer before has left.
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (trx) => {
          await lock(schema).execute(trx);
          return work(trx);
        });
    } catch (error) {
      if (!isToRetry(error) || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** tried * Math.random()));
    }
  }
}

/** Writers over an archive take turns, in this process and with all others. */
export function writerOver(db: Kysely<Tables>, schema: string): Driver['write'] {
  const turn = inTurn();
  return (work) => turn(() => written(db, schema, work));
}
