import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { doctorContract, fill, lookAt } from './doctor.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let number = 0;
const fresh = () => join(folder, `${number++}.db`);

async function harm(file: string, statements: readonly string[]): Promise<void> {
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

doctorContract('SQLite', {
  fresh,
  harm,
  words: {
    lost: 'delete from record_words where rowid = 1',
    ghost: "insert into record_words (rowid, words) values (999, 'ghost')",
    other: ['delete from record_words where rowid = 2', "insert into record_words (rowid, words) values (2, 'other')"],
  },
  bytes: (hex) => `x'${hex}'`,
});

test('damaged pages are told, and what is no archive', async () => {
  const file = fresh();
  await fill(file);
  const bytes = new Database(file).serialize();
  bytes.fill(0xaa, 2048 * 5, 2048 * 40);
  const broken = join(folder, 'broken.db');
  writeFileSync(broken, bytes);
  const told = await lookAt(broken).then(
    (findings) => findings.map(({ check }) => check),
    (error) => [error.code],
  );
  expect(told.some((what) => what === 'store' || what === 'READOUT_ARCHIVE_DAMAGED')).toBe(true);
  const text = join(folder, 'text.db');
  writeFileSync(text, 'This is a text and no database, but long enough to be looked at as one.'.repeat(20));
  await expect(openArchive(text, { create: false })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_DAMAGED' });
  const other = join(folder, 'other.db');
  const theirs = new Database(other);
  theirs.exec('create table theirs (a)');
  theirs.close();
  await expect(openArchive(other, { create: true })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_DAMAGED' });
  await expect(openArchive(join(folder, 'none.db'), { create: false })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_UNREACHABLE' });
  await expect(openArchive(join(folder, 'no/folder.db'), { create: true })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_UNREACHABLE' });
});

test('an archive of a newer Readout is left alone', async () => {
  const file = fresh();
  await fill(file);
  await harm(file, ['pragma user_version = 999']);
  await expect(openArchive(file, { create: false })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_NEWER' });
});
