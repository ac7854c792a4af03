import type { Driver } from '../driver.ts';
import { hashOf } from '../ids.ts';
import type { Ledger } from '../ledger.ts';
import { pack } from '../pack.ts';
import { lastingUri } from '../printing.ts';
import { keyOf } from '../put.ts';
import type { Queued, Ref } from './queue.ts';

/** Rows of one statement: not every store takes many values at once. */
const ROWS = 50;

interface Row extends Queued {
  readonly key: string;
  /** How often the very same stands in these items after the first. */
  again: number;
}

/** The second of two equal lines of a file is read with the first. */
function once(items: readonly Queued[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const item of items) {
    const key = keyOf(item.uri, hashOf(item.original));
    const there = rows.get(key);
    if (there === undefined) rows.set(key, { ...item, key, again: 0 });
    else there.again++;
  }
  return [...rows.values()];
}

export async function add(driver: Driver, run: number, items: readonly Queued[], hinted: boolean): Promise<readonly Ref[]> {
  const rows = once(items);
  return driver.write(async (trx) => {
    const refs: Ref[] = [];
    for (let from = 0; from < rows.length; from += ROWS) {
      const values = rows.slice(from, from + ROWS).map(({ key, uri, about, original, again }) => ({
        ...{ run, key, uri: lastingUri(uri), about, packed: pack(original), again },
        ...{ status: 'offered' as const, hinted: hinted ? Date.now() : 0, tries: 0, error: null, counts: null, finished: null },
      }));
      const made = trx
        .insertInto('queue')
        .values(values)
        .onConflict((conflict) =>
          conflict
            .columns(['run', 'key'])
            .doUpdateSet((one) => ({ again: one('queue.again', '+', one('excluded.again', '+', one.lit(1) as never)) as never })),
        )
        .returning(['id', 'key']);
      refs.push(...(await made.execute()));
    }
    return refs;
  });
}

/** Its ledger holds what the ingest itself could count; `settle` adds the rest. */
export async function fed({ db }: Driver, run: number, ledger: Ledger): Promise<void> {
  await db
    .updateTable('runs')
    .set({ ledger: JSON.stringify(ledger) })
    .where('id', '=', run)
    .execute();
}
