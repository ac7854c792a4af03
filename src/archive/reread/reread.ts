import type { Kysely } from 'kysely';
import { ReadoutError } from '../../error.ts';
import type { Reading } from '../../reading/schema.ts';
import type { Driver } from '../driver.ts';
import { shaOf } from '../ids.ts';
import { keepReading, machineReadingOf } from '../reading.ts';
import type { Tables } from '../tables.ts';

export type Engine = Reading['engine'];

async function engineRow(db: Kysely<Tables>, { version, model }: Engine): Promise<number | null> {
  const row = await db.selectFrom('engines').select('id').where('version', '=', version).where('model', '=', model).executeTakeFirst();
  return row?.id ?? null;
}

/** How many documents there are, and how many of them another engine read. */
export async function countOutdated(driver: Driver, engine: Engine): Promise<{ readonly all: number; readonly outdated: number }> {
  const row = await engineRow(driver.db, engine);
  const count = async (known: number | null) => {
    const counted = await driver.db
      .selectFrom('documents')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .$if(known !== null, (all) => all.where('engine', '<>', known ?? 0))
      .executeTakeFirstOrThrow();
    return Number(counted.count);
  };
  return { all: await count(null), outdated: await count(row) };
}

/** The machine's readings of documents that another engine than this read last, by their hashes. */
export async function* outdated(driver: Driver, engine: Engine): AsyncGenerator<Reading> {
  for (let after = ''; ; ) {
    const row = await engineRow(driver.db, engine);
    const rows = await driver.db
      .selectFrom('documents')
      .select(['id', 'sha'])
      .where('sha', '>', after)
      .$if(row !== null, (all) => all.where('engine', '<>', row ?? 0))
      .orderBy('sha')
      .limit(50)
      .execute();
    if (rows.length === 0) return;
    for (const { id } of rows) yield await machineReadingOf(driver.db, id);
    after = rows.at(-1)?.sha ?? '';
  }
}

/**
 * Takes another engine's reading of a kept text for the current one; the old one stays, corrections are laid over the new one. What the
 * document says of itself (title, day, outlet) is not the engine's to tell: it stays as it was kept.
 * @throws ReadoutError READOUT_RECORD_NOT_FOUND when the archive has no such text
 */
export async function keepReread(driver: Driver, reading: Reading): Promise<void> {
  await driver.write(async (trx) => {
    const there = await trx.selectFrom('documents').select('id').where('sha', '=', shaOf(reading.document.id)).executeTakeFirst();
    if (there === undefined)
      throw new ReadoutError('READOUT_RECORD_NOT_FOUND', `The archive has no document ${reading.document.id}.`, 'Ingest it first.');
    const { document } = await machineReadingOf(trx, there.id);
    await keepReading(driver, trx, { ...reading, document }, there.id);
  });
}
