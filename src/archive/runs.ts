import type { Driver } from './driver.ts';
import type { Ledger } from './ledger.ts';

/** One ingest, and what became of all that was offered to it. */
export interface Run {
  readonly id: number;
  /** ISO times. */
  readonly started: string;
  /** Null for one that runs, or was interrupted: what it had kept until then is kept. */
  readonly finished: string | null;
  readonly ledger: Ledger | null;
}

const MOST = 10_000;

/** The ingests, the newest first. */
export async function runs({ db }: Driver): Promise<readonly Run[]> {
  const rows = await db.selectFrom('runs').selectAll().orderBy('id', 'desc').limit(MOST).execute();
  return rows.map(({ id, started, finished, ledger }) => ({
    ...{ id, started, finished },
    ledger: ledger === null ? null : (JSON.parse(ledger) as Ledger),
  }));
}
