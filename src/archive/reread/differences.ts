import type { Reading } from '../../reading/schema.ts';
import type { Driver } from '../driver.ts';
import { textOf, unpackReading } from '../reading.ts';
import { documentRow } from '../show.ts';
import { type Comparison, compare } from './compare.ts';
import type { Engine } from './reread.ts';

/** A document that two engines have read. */
export interface DocumentDiff extends Comparison {
  readonly document: Pick<Reading['document'], 'id' | 'title' | 'outlet' | 'published'>;
  readonly from: Engine;
  readonly to: Engine;
}

export interface DiffQuery {
  /** Only this document. */
  readonly document?: string;
  /** The version of the older engine; without it the one before the current. */
  readonly from?: string;
}

/** Every document that more than one engine has read, by hash: the current reading against the one before. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
export async function* differences(driver: Driver, { document, from }: DiffQuery): AsyncGenerator<DocumentDiff> {
  const only = document === undefined ? null : await documentRow(driver.db, document);
  for (let after = ''; ; ) {
    const rows = await driver.db
      .selectFrom('documents')
      .select(['id', 'sha', 'engine'])
      .where('sha', '>', after)
      .$if(only !== null, (all) => all.where('id', '=', only?.id ?? 0))
      .orderBy('sha')
      .limit(100)
      .execute();
    if (rows.length === 0) return;
    for (const { id, engine } of rows) {
      const readings = await driver.db
        .selectFrom('readings')
        .innerJoin('engines', 'engines.id', 'readings.engine')
        .select(['readings.packed', 'readings.engine', 'engines.version', 'engines.model'])
        .where('readings.document', '=', id)
        .orderBy('readings.engine', 'desc')
        .execute();
      const current = readings.find((one) => one.engine === engine);
      const before = readings.find((one) => one.engine !== engine && (from === undefined || one.version === from));
      if (current === undefined || before === undefined) continue;
      const text = await textOf(driver.db, id);
      const [older, newer] = [unpackReading(before.packed, text), unpackReading(current.packed, text)];
      const { id: sha, title, outlet, published } = newer.document;
      yield { document: { id: sha, title, outlet, published }, from: older.engine, to: newer.engine, ...compare(older, newer) };
    }
    after = rows.at(-1)?.sha ?? '';
  }
}
