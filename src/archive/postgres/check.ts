import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

type Db = Kysely<Tables>;

/** Indexes that PostgreSQL itself does not trust, such as one whose making was broken off. */
async function invalid(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select indexrelid::regclass::text as name from pg_index
    join pg_class on pg_class.oid = indexrelid
    where relnamespace = current_schema()::regnamespace and not (indisvalid and indisready) order by 1`.execute(db);
  return rows.map(({ name }) => `The index ${name} is not valid: reindex index ${name}.`);
}

/** The function of the extension amcheck, where it is installed and this user may call it. */
async function checker(db: Db): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(nspname) || '.' || proname as name from pg_extension
    join pg_depend on refclassid = 'pg_extension'::regclass and refobjid = pg_extension.oid and classid = 'pg_proc'::regclass
    join pg_proc on pg_proc.oid = objid and proname = 'bt_index_check' and pronargs = 2
    join pg_namespace on pg_namespace.oid = pronamespace
    where extname = 'amcheck' and has_function_privilege(pg_proc.oid, 'execute')`.execute(db);
  return rows[0]?.name ?? null;
}

/** Every ordered index against its table, if amcheck is there. Without it the other checks still read every row. */
async function amchecked(db: Db): Promise<readonly string[]> {
  const check = await checker(db);
  if (check === null) return [];
  const { rows } = await sql<{ index: string }>`
    select indexrelid::regclass::text as index from pg_index
    join pg_class on pg_class.oid = indexrelid
    join pg_am on pg_am.oid = relam and amname = 'btree'
    where relnamespace = current_schema()::regnamespace and indisvalid order by 1`.execute(db);
  const found: string[] = [];
  for (const { index } of rows) {
    try {
      await sql`select ${sql.raw(check)}(${index}::regclass, true)`.execute(db);
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('XX')) throw error;
      found.push(`${index}: ${(error as Error).message}`);
    }
  }
  return found;
}

/** What PostgreSQL finds wrong with the archive's indexes. Outside a transaction: what it finds it throws. */
export const selfCheck = async (db: Db): Promise<readonly string[]> => [...(await invalid(db)), ...(await amchecked(db))];

interface Reference {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly key: string;
}

/** Rows that point to rows that are not there: the server holds to it that there are none, unless somebody told it not to. */
export async function looseRows(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<Reference>`
    select conrelid::regclass::text as table, relname as name, quote_ident(own.attname) as column, confrelid::regclass::text as parent, quote_ident(their.attname) as key
    from pg_constraint
    join pg_class on pg_class.oid = conrelid
    join pg_attribute as own on own.attrelid = conrelid and own.attnum = conkey[1]
    join pg_attribute as their on their.attrelid = confrelid and their.attnum = confkey[1]
    where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 3`.execute(db);
  const found: string[] = [];
  for (const { name, table, column, parent, key } of rows) {
    const { rows: loose } = await sql<{ value: string | number }>`
      select ${sql.raw(`own.${column}`)} as value from ${sql.raw(table)} as own
      left join ${sql.raw(parent)} as their on ${sql.raw(`their.${key} = own.${column}`)}
      where ${sql.raw(`own.${column}`)} is not null and ${sql.raw(`their.${key}`)} is null limit 100`.execute(db);
    found.push(...loose.map(({ value }) => `${name} ${column} ${value} → ${parent.replace(/^.*\./u, '')}`));
  }
  return found;
}
