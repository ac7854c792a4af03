import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** After rows came in with numbers of their own: the counters go on behind them, and the planner learns how many there are. */
export async function settle(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; serial: string | null }>`
    select quote_ident(table_name) as table, quote_ident(column_name) as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as serial
    from information_schema.columns where table_schema = current_schema() and is_identity = 'YES' order by 1`.execute(db);
  for (const { table, column, serial } of rows)
    await sql`select setval(${serial}::regclass, coalesce((select max(${sql.raw(column)}) from ${sql.raw(table)}), 0) + 1, false)`.execute(
      db,
    );
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' order by 1`.execute(db);
  for (const { name } of tables) await sql`analyze ${sql.table(name)}`.execute(db);
}
