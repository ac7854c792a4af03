import type { Reading } from '../reading/schema.ts';
import type { Driver } from './driver.ts';
import { shaOf } from './ids.ts';
import { withoutInput } from './printing.ts';
import { keepReading, machineReadingOf } from './reading.ts';

/** Keeps what other engines read in a document beside its current reading. An engine's reading that is there already stays. */
export async function keepBeside(driver: Driver, readings: readonly Reading[]): Promise<void> {
  const [first] = readings;
  if (first === undefined) return;
  await driver.write(async (trx) => {
    const sha = shaOf(first.document.id);
    const { id } = await trx.selectFrom('documents').select('id').where('sha', '=', sha).executeTakeFirstOrThrow();
    const current = await machineReadingOf(trx, id);
    const engines = await trx
      .selectFrom('readings')
      .innerJoin('engines', 'engines.id', 'readings.engine')
      .select(['version', 'model'])
      .where('document', '=', id)
      .execute();
    const there = new Set(engines.map(({ version, model }) => `${version} ${model}`));
    const others = readings.filter(({ engine }) => !there.has(`${engine.version} ${engine.model}`));
    if (others.length === 0) return;
    for (const reading of others) await keepReading(driver, trx, withoutInput(reading), id);
    // Each took the first place; it is given back.
    await keepReading(driver, trx, current, id);
  });
}
