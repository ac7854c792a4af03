import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the run's own PostgreSQL, and the process that it ends with; see postgres-for-run.ts. */
    readonly postgres: { readonly folder: string; readonly owner: number };
  }
}

const keeper = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url));
const PATIENCE = 60_000;

/** The first that comes starts it; the others wait with it. */
function ensure(folder: string, owner: number, fsync: 'on' | 'off'): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  // It outlives this test file: the run is its owner.
  spawn(process.execPath, [keeper, folder, String(owner), fsync], { detached: true, stdio: 'ignore' }).unref();
}

async function ready(folder: string): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    if (existsSync(`${folder}/failed`)) throw new Error(readFileSync(`${folder}/failed`, 'utf8'));
    if (existsSync(`${folder}/ready`)) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`PostgreSQL did not start within ${PATIENCE / 1000} s in ${folder}.`);
}

const at = (folder: string, database: string) => `postgres://readout@/${database}?host=${encodeURIComponent(folder)}`;

/** A database of its own for a test file. */
export interface Database {
  /** The name of an archive in it, empty for a new schema. */
  archive(schema: string): string;
  /** Runs statements as its owner, who may do everything. */
  query(schema: string, ...statements: readonly string[]): Promise<pg.QueryResult[]>;
  drop(): Promise<void>;
}

async function once(address: string, ...statements: readonly string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

/**
 * A database on the run's PostgreSQL, which is started by whoever is first to want one. Fails, with what to install, where there is none.
 * Its texts are ordered as English is and not by bytes, as most databases' are: no answer may depend on it.
 * @param lasting on a server that waits until what it has written is on the disk, as one in earnest does; slower
 */
export async function database(name: string, { lasting = false } = {}): Promise<Database> {
  const { folder: base, owner } = inject('postgres');
  const folder = lasting ? `${base}-l` : base;
  ensure(folder, owner, lasting ? 'on' : 'off');
  await ready(folder);
  const own = `${name}_${process.pid}`;
  const english = "template template0 encoding 'UTF8' locale_provider icu icu_locale 'en'";
  await once(at(folder, 'postgres'), `create database ${own} ${english}`).catch(() =>
    once(at(folder, 'postgres'), `create database ${own}`),
  );
  const address = at(folder, own);
  return {
    archive: (schema) => `${address}&schema=${schema}`,
    query: async (schema, ...statements) => (await once(address, `set search_path to ${schema}`, ...statements)).slice(1),
    drop: async () => void (await once(at(folder, 'postgres'), `drop database if exists ${own} with (force)`)),
  };
}
