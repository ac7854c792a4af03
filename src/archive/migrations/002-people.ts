import { type Kysely, sql } from 'kysely';
import type { Dialect, Migration } from './index.ts';

/** People over documents, and corrections. */
async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [rowId, whole, text] = [sql.raw(dialect.rowId), sql.raw(dialect.whole), sql.raw(dialect.text)];
  await db.schema
    .createTable('blocks')
    .addColumn('id', rowId, (column) => column.primaryKey())
    .addColumn('key', text, (column) => column.notNull().unique())
    .addColumn('stale', whole, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('people')
    .addColumn('id', rowId, (column) => column.primaryKey())
    .addColumn('code', text, (column) => column.notNull().unique())
    .addColumn('block', whole, (column) => column.references('blocks.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('role', text)
    .addColumn('country', text)
    .addColumn('into', whole, (column) => column.references('people.id').onDelete('set null'))
    .execute();
  await db.schema
    .createTable('links')
    .addColumn('actor', whole, (column) => column.primaryKey().references('actors.id').onDelete('cascade'))
    .addColumn('block', whole, (column) => column.references('blocks.id'))
    .addColumn('person', whole, (column) => column.references('people.id').onDelete('set null'))
    .addColumn('rule', text)
    .execute();
  await db.schema
    .createTable('corrections')
    .addColumn('id', rowId, (column) => column.primaryKey())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('document', whole, (column) => column.references('documents.id').onDelete('cascade'))
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('note', text)
    .addColumn('made', text, (column) => column.notNull())
    .addColumn('undone', text)
    .execute();
  for (const [table, column] of [
    ['blocks', 'stale'],
    ['people', 'block'],
    ['people', 'into'],
    ['links', 'block'],
    ['links', 'person'],
    ['corrections', 'document'],
  ] as const)
    await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}

export const people: Migration = { name: 'people', up };
