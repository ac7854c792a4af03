import { type Kysely, sql } from 'kysely';
import type { Dialect, Migration } from './index.ts';

/** Records drawn to be judged, and what was said of each. */
async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [rowId, whole, real, text] = [sql.raw(dialect.rowId), sql.raw(dialect.whole), sql.raw(dialect.real), sql.raw(dialect.text)];
  await db.schema
    .createTable('samples')
    .addColumn('id', rowId, (column) => column.primaryKey())
    .addColumn('asked', text, (column) => column.notNull())
    .addColumn('made', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('sampled')
    .addColumn('sample', whole, (column) => column.notNull().references('samples.id').onDelete('cascade'))
    .addColumn('seq', whole, (column) => column.notNull())
    .addColumn('record', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('sort', text, (column) => column.notNull())
    .addColumn('outlet', text)
    .addColumn('engine', text, (column) => column.notNull())
    .addColumn('weight', real, (column) => column.notNull())
    .addColumn('verdict', text)
    .addColumn('note', text)
    .addColumn('judged', text)
    .addPrimaryKeyConstraint('sampled_key', ['sample', 'seq'] as never[])
    .execute();
}

export const samples: Migration = { name: 'samples', up };
