import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { type Carried, carried } from './tables.ts';

type Db = Kysely<Tables>;
type Row = Readonly<Record<string, unknown>>;

/** A table's rows in the order of its key, page by page: memory stays flat. */
async function* pages(db: Db, { table, key, rows }: Carried): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  for (let last: Row | undefined; ; ) {
    const after = last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const page = (await sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${rows}`.execute(db)).rows;
    if (page.length > 0) yield page;
    last = page.at(-1);
    if (page.length < rows || last === undefined) return;
  }
}

// Which table it is, is only known by a parameter: Kysely's types cannot follow.
const insert = (db: Db, table: keyof Tables, rows: readonly Row[]) =>
  db
    .insertInto(table)
    .values(rows as never)
    .execute();

/** One who is merged into another may come before the other: that is told when all are there. */
async function mergers(from: Db, to: Db): Promise<void> {
  const { rows } = await sql<{ id: number; into: number }>`select id, "into" from people where "into" is not null`.execute(from);
  for (const { id, into } of rows) await to.updateTable('people').set({ into }).where('id', '=', id).execute();
}

/** Every row with the numbers that it has. @param step is told how many rows there are of a table, and how many have come over */
export async function copyRows(from: Db, to: Db, step: (table: string, done: number) => void): Promise<void> {
  for (const each of carried) {
    let done = 0;
    for await (const page of pages(from, each)) {
      const rows = each.table === 'people' ? page.map((row) => ({ ...row, into: null })) : page;
      await insert(to, each.table, rows);
      step(each.table, (done += rows.length));
    }
    if (each.table === 'people') await mergers(from, to);
  }
}

/** A table that has something in it; null for an archive that holds nothing at all. */
export async function filled(db: Db): Promise<string | null> {
  for (const { table } of carried) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return table;
  }
  return null;
}
