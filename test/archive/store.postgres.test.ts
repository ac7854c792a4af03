import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../src/archive/driver.ts';
import { migrations } from '../../src/archive/migrations/index.ts';
import { openArchive, openDriver } from '../../src/archive/open.ts';
import { addressOf } from '../../src/archive/postgres/address.ts';
import { faultOf } from '../../src/archive/postgres/faults.ts';
import { readout } from '../cli/readout.ts';
import { type Database, database } from '../support/postgres.ts';
import { dumpOf, put } from './contract.ts';

let own: Database;
beforeAll(async () => void (own = await database('store')));
afterAll(() => own.drop());

async function over<Result>(schema: string, work: (driver: Driver) => Promise<Result>): Promise<Result> {
  const driver = await openDriver(own.archive(schema), { create: true });
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}

describe('an address', () => {
  test('names a schema, and hides the password from people', () => {
    const hidden = { schema: 'readout', name: 'postgres://me@db.example:5433/news' };
    expect(addressOf('postgres://me:se%40cret@db.example:5433/news')).toMatchObject(hidden);
    expect(addressOf('postgres://me:a@b/c@db.example:5433/news')).toMatchObject(hidden);
    expect(addressOf('postgresql://me:secret@db/news?sslmode=require&schema=trial')).toEqual({
      connection: 'postgresql://me:secret@db/news?sslmode=require',
      schema: 'trial',
      name: 'postgresql://me@db/news?schema=trial',
    });
    expect(addressOf('postgres:///news').name).toBe('postgres:///news');
    for (const wrong of ['', 'A', 'a-b', 'pg_x', '1a', 'a"b', 'a'.repeat(64)])
      expect(() => addressOf(`postgres:///news?schema=${wrong}`)).toThrow('is no name');
  });
});

const second =
  'level engines documents texts readings printings originals offers actors places times records parts bands runs record_words blocks people links corrections'.split(
    ' ',
  );

describe('opening', () => {
  test('by many at once, each to be the first: all have the same archive', async () => {
    const archives = await Promise.all(Array.from({ length: 6 }, () => openArchive(own.archive('race'), { create: true })));
    await Promise.all(archives.map((archive, i) => put(archive, { text: `Anna said “number ${i}”.` })));
    for (const archive of archives) {
      expect((await archive.find({})).items).toHaveLength(6);
      await archive.close();
    }
  });

  test('an older archive is brought up to date, by one of several that open it', async () => {
    const first = await openArchive(own.archive('older'), { create: true });
    await put(first, { text: 'Anna said “no”.' });
    const before = await dumpOf(first);
    await first.close();
    // As the second migration had left it.
    const tables = "select format('drop table %I cascade', tablename) as drop from pg_tables where schemaname = 'older'";
    const [later] = await own.query('older', `${tables} and not (tablename = any('{${second.join()}}'))`);
    await own.query('older', ...(later?.rows.map(({ drop }) => drop) ?? []), 'update level set done = 2');
    const archives = await Promise.all(Array.from({ length: 4 }, () => openArchive(own.archive('older'), { create: false })));
    for (const archive of archives) {
      expect(await archive.watched('https://a.example/')).toBeNull();
      expect(await dumpOf(archive)).toBe(before);
      await archive.close();
    }
    const [level] = await own.query('older', 'select done from level');
    expect(Number(level?.rows[0].done)).toBe(migrations.length);
  });

  test('every text is in the order of its bytes, whatever the order of the database', async () => {
    await over('collated', async () => undefined);
    const [, found] = await own
      .query(
        'collated',
        "select table_name, column_name from information_schema.columns where table_schema = 'collated' and data_type = 'text' and collation_name is distinct from 'C'",
      )
      .then(([result]) => [null, result] as const);
    expect(found?.rows).toEqual([]);
    const [all] = await own.query(
      'collated',
      "select count(*) as count from information_schema.columns where table_schema = 'collated' and data_type = 'text'",
    );
    expect(Number(all?.rows[0].count)).toBeGreaterThan(50);
  });

  test('what is not there, of another, or of a newer Readout is told and left alone', async () => {
    const opened = (schema: string, create = false) => openArchive(own.archive(schema), { create });
    await expect(opened('nowhere')).rejects.toMatchObject({
      code: 'READOUT_ARCHIVE_UNREACHABLE',
      message: expect.stringContaining('nowhere'),
    });
    await own.query('public', 'create schema theirs', 'create table theirs.thing (a int)');
    await expect(opened('theirs', true)).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_DAMAGED' });
    // A schema that somebody made for it is taken.
    await own.query('public', 'create schema made');
    await (await opened('made', true)).close();
    await own.query('made', 'update level set done = 999');
    await expect(opened('made', true)).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_NEWER' });
    await own.query('made', `update level set done = ${migrations.length}`, 'drop table texts');
    const archive = await opened('made');
    await expect(put(archive, { text: 'Anna said “no”.' })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_DAMAGED' });
    await archive.close();
  });

  test.each([
    ['nobody listens', 'postgres://me:secret@127.0.0.1:1/news', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['no such host', 'postgres://me:secret@no-such-host.invalid/news', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['no such socket', 'postgres://me@/news?host=/nowhere', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['no address', 'postgres://me:se/cret@[db/news', 'READOUT_USAGE'],
    ['no schema', 'postgres://me@db/news?schema=A', 'READOUT_USAGE'],
  ])('%s is told without the password', async (_, name, code) => {
    const error = await openArchive(name, { create: true }).then(
      () => null,
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ name: 'ReadoutError', code });
    expect(`${error.message} ${error.next}`).not.toMatch(/secret|se\/cret/);
  });

  test('no such database, and the command’s exit code', async () => {
    const name = own.archive('x').replace(/store_\d+/, 'no_such_database');
    const ran = await readout(['search', 'a', '--archive', name]);
    expect(ran).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/no_such_database.*\[READOUT_ARCHIVE_UNREACHABLE\]/s) });
  });
});

describe('writers', () => {
  test('take turns: what one read nobody has changed before it writes', async () => {
    await over('turns', async (driver) => {
      const other = await openDriver(own.archive('turns'), { create: false });
      const add = (one: Driver) =>
        one.write(async (trx) => {
          const { rows } = await sql<{ sum: number }>`select coalesce(sum(documents), 0) as sum from offers`.execute(trx);
          await new Promise((resolve) => setTimeout(resolve, 2));
          const sum = rows[0]?.sum ?? 0;
          await trx
            .insertInto('offers')
            .values({ key: String(sum), documents: sum + 1 })
            .execute();
        });
      await Promise.all(Array.from({ length: 12 }, (_, i) => add(i % 2 === 0 ? driver : other)));
      const { rows } = await sql<{ count: number }>`select count(distinct documents) as count from offers`.execute(driver.db);
      expect(rows).toEqual([{ count: 12 }]);
      await other.close();
    });
  });

  test('of one process, however many, leave room for those who only read', async () => {
    await over('room', async (driver) => {
      let done = 0;
      const writers = Array.from({ length: 30 }, (_, i) =>
        driver.write(async (trx) => {
          await trx
            .insertInto('offers')
            .values({ key: String(i), documents: 1 })
            .execute();
          await new Promise((resolve) => setTimeout(resolve, 5));
          done++;
        }),
      );
      expect(await driver.db.selectFrom('documents').select('id').execute()).toEqual([]);
      expect(done).toBeLessThan(30);
      await Promise.all(writers);
      expect(await driver.db.selectFrom('offers').select('key').execute()).toHaveLength(30);
    });
  });

  test('what throws leaves nothing; what PostgreSQL wants done again is done again', async () => {
    await over('again', async (driver) => {
      const insert = (key: string, fails: () => unknown) =>
        driver.write(async (trx) => {
          await trx.insertInto('offers').values({ key, documents: 1 }).execute();
          const error = fails();
          if (error !== null) throw error;
        });
      let tries = 0;
      await insert('a', () => (++tries < 3 ? Object.assign(new Error('could not serialize'), { code: '40001' }) : null));
      expect(tries).toBe(3);
      await expect(insert('b', () => new Error('no'))).rejects.toThrow('no');
      const always = insert('c', () => Object.assign(new Error('deadlock'), { code: '40P01' }));
      await expect(always).rejects.toMatchObject({ code: '40P01' });
      expect(driver.fault(await always.catch((error) => error))).toMatchObject({ code: 'READOUT_ARCHIVE_BUSY' });
      expect(await driver.db.selectFrom('offers').select('key').execute()).toEqual([{ key: 'a' }]);
    });
  });

  test('one whose connection is cut is told so, leaves nothing, and keeps nobody out; the next connection is a new one', async () => {
    await over('cut', async (driver) => {
      const cut = driver.write(async (trx) => {
        await trx.insertInto('offers').values({ key: 'a', documents: 1 }).execute();
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await own.query('public', `select pg_terminate_backend(${rows[0]?.pid})`);
        await trx.insertInto('offers').values({ key: 'b', documents: 1 }).execute();
      });
      const error = driver.fault(await cut.catch((thrown) => thrown));
      expect(error).toMatchObject({ code: 'READOUT_ARCHIVE_UNREACHABLE' });
      await driver.write((trx) => trx.insertInto('offers').values({ key: 'c', documents: 1 }).execute());
      expect(await driver.db.selectFrom('offers').select('key').execute()).toEqual([{ key: 'c' }]);
    });
  });
});

test('a snapshot stays as it was, and ends when its connection does', async () => {
  const archive = await openArchive(own.archive('frozen'), { create: true });
  for (let i = 0; i < 3; i++) await put(archive, { text: `Anna said “number ${i}”.` });
  const before = await dumpOf(archive);
  let [frozen, first] = ['', true];
  for await (const line of archive.dump()) {
    if (first) for (let i = 3; i < 6; i++) await put(archive, { text: `Anna said “number ${i}”.` });
    first = false;
    frozen += line;
  }
  expect(frozen).toBe(before);
  expect(await dumpOf(archive)).not.toBe(before);
  const cut = (async () => {
    for await (const line of archive.dump())
      if (line.startsWith('{"archive"'))
        await own.query(
          'public',
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and xact_start is not null and application_name = 'readout'",
        );
  })();
  await expect(cut).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_UNREACHABLE' });
  await archive.close();
});

test('indexes that do not hold what their tables do are found', async () => {
  const archive = await openArchive(own.archive('indexes'), { create: true });
  for (let i = 0; i < 20; i++) await put(archive, { text: `Anna said “number ${i}”.` });
  const found = async () => (await archive.doctor({ repair: false })).findings.map(({ check, message }) => [check, message]);
  await own.query('indexes', 'create extension if not exists amcheck schema public');
  expect(await found()).toEqual([]);
  // An index that was made while rows could not be seen: taken for whole, it lacks them.
  await own.query('indexes', "update pg_index set indisvalid = false where indexrelid = 'records_by_document_local'::regclass");
  expect(await found()).toEqual([['store', expect.stringContaining('records_by_document_local is not valid')]]);
  await own.query('indexes', "update pg_index set indisvalid = true where indexrelid = 'records_by_document_local'::regclass");
  await own.query(
    'indexes',
    'create function hide(text) returns boolean language sql immutable as $$ select false $$',
    'create index half on offers (key) where hide(key)',
    'create or replace function hide(text) returns boolean language sql immutable as $$ select true $$',
  );
  expect(await found()).toEqual([['store', expect.stringContaining('half')]]);
  await archive.close();
});

test('errors of the server and of the way there have a code and what to do', () => {
  const wanted: readonly (readonly [string, string])[] = [
    ['53100', 'READOUT_OUTPUT_FAILED'],
    ['53300', 'READOUT_ARCHIVE_BUSY'],
    ['55P03', 'READOUT_ARCHIVE_BUSY'],
    ['28P01', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['42501', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['57P01', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['08006', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['25006', 'READOUT_ARCHIVE_UNREACHABLE'],
    ['XX001', 'READOUT_ARCHIVE_DAMAGED'],
    ['ECONNRESET', 'READOUT_ARCHIVE_UNREACHABLE'],
  ];
  for (const [code, told] of wanted) {
    const error = Object.assign(new Error('it says'), { code });
    expect(faultOf(error, 'postgres://db/news')).toMatchObject({
      code: told,
      message: expect.stringContaining('postgres://db/news'),
      cause: error,
    });
  }
  const ours = new Error('ours');
  expect(faultOf(ours, 'x')).toBe(ours);
  const wrong = Object.assign(new pg.DatabaseError('a fault of ours', 1, 'error'), { code: '42601' });
  expect(faultOf(wrong, 'x')).toBe(wrong);
});
