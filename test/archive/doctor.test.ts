import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { dumpOf, put } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let file = '';
let number = 0;
async function fill(name: string): Promise<void> {
  const archive = await openArchive(name, { create: true });
  for (let i = 0; i < 3; i++) {
    const text = `The ministers of both countries spoke for two long hours about the price of grain and ships. Anna said “no ${i}”. Boris met Carl in Kyiv.`;
    await put(archive, { text, published: `2023-09-1${i}`, url: `https://a.example/${i}`, input: { uri: `/news/${i}.jsonl` } });
  }
  await archive.close();
}

beforeEach(async () => {
  file = join(folder, `${number++}.db`);
  await fill(file);
});

/** Harms the file as no code of ours would. */
function harm(...statements: readonly string[]): void {
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

async function look(repair = false) {
  const archive = await openArchive(file, { create: false });
  try {
    return (await archive.doctor({ repair })).findings;
  } finally {
    await archive.close();
  }
}
async function dump() {
  const archive = await openArchive(file, { create: false });
  try {
    return await dumpOf(archive);
  } finally {
    await archive.close();
  }
}

test('finds nothing where nothing is', async () => {
  expect(await look()).toEqual([]);
});

describe('finds and mends', () => {
  test.each<[string, string, string[]]>([
    ['a lost record', 'records', ["delete from records where local = 'q1' and id < 3"]],
    ['a changed record', 'records', ["update records set type = 'ACCUSE' where local = 'e1'"]],
    ['a lost part', 'records', ["delete from parts where part = 's'"]],
    ['a renamed actor', 'records', ["update actors set name = 'Nobody'"]],
    ['lost words', 'full text', ['delete from record_words where rowid = 1']],
    ['words of no record', 'full text', ["insert into record_words (rowid, words) values (999, 'ghost')"]],
    [
      'other words',
      'full text',
      ['delete from record_words where rowid = 2', "insert into record_words (rowid, words) values (2, 'other')"],
    ],
    ['torn stories', 'stories', ['update documents set story = (select max(sha) from documents)']],
    ['lost bands', 'stories', ['delete from bands']],
    ['an original of nobody', 'originals', ["insert into originals (sha, size, packed) select 'ff', size, packed from originals limit 1"]],
  ])('%s', async (_, check, statements) => {
    const before = await dump();
    harm(...statements);
    const found = await look();
    expect(found.map((finding) => finding.check)).toContain(check);
    expect(found.every(({ repaired }) => !repaired)).toBe(true);
    expect((await look(true)).some(({ repaired }) => repaired)).toBe(true);
    expect(await look()).toEqual([]);
    expect(await dump()).toBe(before);
  });
});

describe('finds what nothing kept can mend', () => {
  test.each<[string, string, string[]]>([
    ['another text', 'readings', ['update texts set packed = (select packed from texts where document = 2) where document = 1']],
    ['a text that cannot be unpacked', 'readings', ["update texts set packed = x'00' where document = 1"]],
    ['a reading that cannot be unpacked', 'readings', ["update readings set packed = x'0102' where document = 1"]],
    ['a lost reading', 'readings', ['delete from readings where document = 1']],
    [
      'another original',
      'originals',
      [
        'update originals set packed = (select packed from originals order by sha desc limit 1), by = (select by from originals order by sha desc limit 1) where sha = (select min(sha) from originals)',
      ],
    ],
    ['a lost original', 'references', ['delete from originals where sha = (select min(sha) from originals)']],
    ['a lost document', 'references', ['delete from documents where id = 1']],
    ['a document printed nowhere', 'readings', ['delete from printings where document = 1']],
  ])('%s', async (_, check, statements) => {
    harm(...statements);
    expect((await look()).map((finding) => finding.check)).toContain(check);
    await look(true);
    expect((await look()).map((finding) => finding.check)).toContain(check);
  });
});

test('what only its source can mend is mended by ingesting it again', async () => {
  const before = await dump();
  harm(
    "update texts set packed = x'00' where document = 1",
    "update readings set packed = x'0102' where document = 2",
    'delete from readings where document = 3',
  );
  const told = await look(true);
  expect(told.filter(({ check }) => check === 'readings').map(({ repaired }) => repaired)).toEqual([false, false, false]);
  expect(told.map(({ message }) => message).join()).toContain('Ingest it again: /news/0.jsonl');
  await fill(file);
  expect(await look()).toEqual([]);
  expect(await dump()).toBe(before);
});

test('is not misled by what is put while it looks', async () => {
  const archive = await openArchive(file, { create: false });
  const other = await openArchive(file, { create: false });
  const looking = archive.doctor({ repair: false });
  for (let i = 0; i < 5; i++) await put(other, { text: `While it looks, Dora said “number ${i}”.` });
  expect((await looking).findings).toEqual([]);
  await archive.close();
  await other.close();
});

test('damaged pages are told, and what is no archive', async () => {
  const bytes = new Database(file).serialize();
  bytes.fill(0xaa, 2048 * 5, 2048 * 40);
  const broken = join(folder, 'broken.db');
  writeFileSync(broken, bytes);
  file = broken;
  const told = await look().then(
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
  harm('pragma user_version = 999');
  await expect(openArchive(file, { create: false })).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_NEWER' });
});
