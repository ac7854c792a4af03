import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type Driver as KyselyDriver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import { ReadoutError } from '../../error.ts';
import type { Driver } from '../driver.ts';
import { type Level, migrate } from '../migrate.ts';
import { type Dialect, migrations } from '../migrations/index.ts';
import type { Tables } from '../tables.ts';
import { faultOf } from './faults.ts';
import { makeWords, wordsOver } from './words.ts';

/** Milliseconds to wait for another process's transaction: theirs are one document long. */
const PATIENCE = 30_000;

/** Takes the write lock at once: a transaction that reads first and writes then may be told, too late, that another came between. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;
  constructor(database: Database.Database) {
    super({ database: keepingStatements(database) });
    this.#database = database;
  }
  /** On a full disk SQLite has rolled back by itself: to ask for it again fails, and would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** So many statements are kept ready; those of many rows differ by their number. */
const MOST_STATEMENTS = 300;

/** Kysely prepares a statement each time; most are the same some forty times a document. */
function keepingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const statement = kept.get(text) ?? database.prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > MOST_STATEMENTS) kept.delete(kept.keys().next().value ?? '');
      return statement as ReturnType<SqliteDatabase['prepare']>;
    },
  };
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;
  constructor(database: Database.Database) {
    super({ database: keepingStatements(database) });
    this.#database = database;
  }
  override createDriver(): KyselyDriver {
    return new ImmediateDriver(this.#database);
  }
}

const dialect: Dialect = {
  ...{ rowId: 'integer', text: 'text', bytes: 'blob', whole: 'integer', real: 'real' },
  ...{ keyed: 'without rowid', equal: '', makeWords },
};

/** The mark in the file's head that says what it is ("Rdut"), so that another program's database is not taken for ours. */
const APPLICATION = 0x52647574;

const level: Level = {
  async read(db) {
    const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
    return rows[0]?.user_version ?? 0;
  },
  async write(db, done) {
    await sql.raw(`pragma user_version = ${done}`).execute(db);
    await sql.raw(`pragma application_id = ${APPLICATION}`).execute(db);
  },
};

function prepare(database: Database.Database, name: string): void {
  database.pragma(`busy_timeout = ${PATIENCE}`);
  const known = database.pragma('application_id', { simple: true });
  const some = database.prepare('select count(*) from sqlite_schema').pluck().get();
  if (known !== APPLICATION && some !== 0)
    throw new ReadoutError(
      'READOUT_ARCHIVE_DAMAGED',
      `${name} is a database, but no archive of Readout.`,
      'Check the name given with --archive or READOUT_ARCHIVE.',
    );
  // Texts and readings are packed to some 2 to 5 KB: on pages of the usual 4 KB half of a page stays empty after each.
  if (some === 0) database.pragma('page_size = 2048');
  database.pragma('journal_mode = WAL');
  // FULL: what the ledger calls read is on the disk. One fsync a document is nothing beside the reading of it.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -32000');
  database.pragma('mmap_size = 268435456');
}

/**
 * Opens the embedded store: one file, no server.
 * @param create whether a file that is not there is made
 * @throws ReadoutError READOUT_ARCHIVE_UNREACHABLE, READOUT_ARCHIVE_DAMAGED, READOUT_ARCHIVE_NEWER, READOUT_ARCHIVE_BUSY
 */
export async function openSqlite(file: string, { create }: { readonly create: boolean }): Promise<Driver> {
  if (!create && !existsSync(file))
    throw new ReadoutError(
      'READOUT_ARCHIVE_UNREACHABLE',
      `There is no archive ${file}.`,
      'Make one with readout ingest, or name another with --archive.',
    );
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    prepare(database, file);
    const db = new Kysely<Tables>({ dialect: new ImmediateDialect(database) });
    // Only an archive that is behind is locked: a reader need not wait for a writer.
    const raw = db as unknown as Kysely<unknown>;
    if ((await level.read(raw)) !== migrations.length) await raw.transaction().execute((trx) => migrate(trx, dialect, level, file));
    return driverOver(database, db, file);
  } catch (error) {
    database?.close();
    throw faultOf(error, file);
  }
}

function driverOver(database: Database.Database, db: Kysely<Tables>, file: string): Driver {
  return {
    db,
    write: (work) => db.transaction().execute(work),
    words: wordsOver(db),
    // It takes the next number after the greatest by itself.
    settle: async () => undefined,
    async selfCheck() {
      const found = database.pragma('integrity_check(20)') as readonly { readonly integrity_check: string }[];
      return found.map(({ integrity_check }) => integrity_check).filter((message) => message !== 'ok');
    },
    async loose() {
      const found = database.pragma('foreign_key_check') as readonly {
        readonly table: string;
        readonly rowid: number;
        readonly parent: string;
      }[];
      return found.map(({ table, rowid, parent }) => `${table} ${rowid} → ${parent}`);
    },
    async snapshot() {
      const frozen = new Database(file, { readonly: true });
      frozen.pragma(`busy_timeout = ${PATIENCE}`);
      // A transaction that only reads sees what was there at its first read, and keeps nobody from writing.
      frozen.exec('begin');
      frozen.prepare('select count(*) from documents').get();
      return driverOver(frozen, new Kysely<Tables>({ dialect: new ImmediateDialect(frozen) }), file);
    },
    fault: (error) => faultOf(error, file),
    async close() {
      await db.destroy();
    },
  };
}
