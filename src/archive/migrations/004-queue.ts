import { type Kysely, sql } from 'kysely';
import type { Dialect, Migration } from './index.ts';

/** What `readout ingest --to nats` leaves for workers. */
async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [rowId, whole] = [sql.raw(dialect.rowId), sql.raw(dialect.whole)];
  const [bytes, text] = [sql.raw(dialect.bytes), sql.raw(dialect.text)];
  await db.schema
    .createTable('queue')
    .addColumn('id', rowId, (column) => column.primaryKey())
    .addColumn('run', whole, (column) => column.notNull().references('runs.id'))
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('uri', text)
    .addColumn('about', text, (column) => column.notNull())
    .addColumn('packed', bytes)
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('hinted', whole, (column) => column.notNull())
    .addColumn('again', whole, (column) => column.notNull())
    .addColumn('tries', whole, (column) => column.notNull())
    .addColumn('error', text)
    .addColumn('counts', text)
    .addColumn('finished', whole)
    .execute();
  await db.schema.createIndex('queue_by_run_key').on('queue').columns(['run', 'key']).unique().execute();
  for (const columns of [
    ['status', 'id'],
    ['status', 'finished'],
    ['run', 'status'],
  ])
    await db.schema
      .createIndex(`queue_by_${columns.join('_')}`)
      .on('queue')
      .columns(columns)
      .execute();
}

export const queue: Migration = { name: 'queue', up };
