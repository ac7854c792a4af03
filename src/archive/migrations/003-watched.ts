import type { Kysely } from 'kysely';
import type { Migration } from './index.ts';

/** What `readout watch` remembers of addresses. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watched')
    .addColumn('address', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
}

export const watched: Migration = { name: 'watched', up };
