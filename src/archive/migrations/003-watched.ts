import { type Kysely, sql } from 'kysely';
import type { Dialect, Migration } from './index.ts';

/** What `readout watch` remembers of addresses. */
async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = sql.raw(dialect.text);
  await db.schema
    .createTable('watched')
    .addColumn('address', text, (column) => column.primaryKey())
    .addColumn('state', text, (column) => column.notNull())
    .execute();
}

export const watched: Migration = { name: 'watched', up };
