import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../src/archive/driver.ts';
import { move } from '../../src/archive/move/index.ts';
import { carried } from '../../src/archive/move/tables.ts';
import { openArchive, openDriver } from '../../src/archive/open.ts';
import type { Archive } from '../../src/archive/port.ts';
import { readout } from '../cli/readout.ts';
import { dumpOf, putTold, type Told, toldReading } from '../people/told.ts';
import { type Database, database } from '../support/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-move-'));
let own: Database;
beforeAll(async () => void (own = await database('move')));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await own.drop();
});

let number = 0;
const stores = {
  SQLite: () => join(folder, `${++number}.db`),
  PostgreSQL: () => own.archive(`moved_${++number}`),
} as const;
type Store = keyof typeof stores;

const cruz = { name: 'Ted Cruz', country: 'USA', role: 'senator' };
const at = { url: 'https://a.example/story', published: '2020-01-01', outlet: 'The Daily' };
const long =
  'The ministers of the two countries came together on Monday to speak about the price of grain and the ships that carry it. They left the building after two hours without a word to the many reporters who had waited for them in the rain.';
const articles: readonly Told[] = [
  {
    ...at,
    text: 'Cruz said “we will vote on Monday”. Cruz accused Lee. Cruz met Lee in Kyiv.',
    who: { Cruz: cruz, Lee: { name: 'Ann Lee' } },
  },
  // Later, but of the same day: the order of versions is that of coming.
  { ...at, text: 'Cruz said “we will vote on Tuesday”.', who: { Cruz: cruz } },
  { ...at, text: 'Cruz said “we voted”.', who: { Cruz: cruz } },
  { text: 'Smith said “no”.', published: '2020-01-04', who: { Smith: { name: 'John Smith', country: 'USA' } } },
  {
    text: 'Smith said “who knows \ud800”. \0',
    title: 'A \0 and a \uffff',
    published: '2020-01-06',
    who: { Smith: { name: 'John Smith' } },
  },
  { text: `Lee denied “that she was paid”. ${long}`, outlet: 'Évening Post', who: { Lee: { name: 'Ann Lee' } } },
  { text: `Lee denied “that she was paid at all”. ${long}`, outlet: 'Post', who: { Lee: { name: 'Ann Lee' } } },
  { text: `Anna said “${'so '.repeat(300)}it is”.`, who: {} },
];
const queries = [
  {},
  { words: ['we will'] },
  { words: ['so so it is'] },
  { speaker: 'cruz' },
  { outlet: 'evening' },
  { place: 'kyiv' },
  { type: 'ACCUSE' },
];

async function fill(archive: Archive): Promise<void> {
  const run = await archive.begin();
  for (const article of articles) await putTold(archive, article);
  const [again] = articles as [Told];
  await putTold(archive, { ...again, url: 'https://b.example/', outlet: 'Other' });
  await archive.put({ uri: '/b.bin', original: Uint8Array.from([0, 255, 254, 10]) }, [toldReading(articles[3] as Told)], true);
  await archive.reread(toldReading({ ...(articles[3] as Told), version: '0.0.2' }));
  await archive.end(run, { offered: 10, read: 8, versions: 2, unchanged: 0, duplicate: 2, skipped: {} });
  await archive.correct(
    { what: 'merge', people: [`${await idOf(archive, 'who knows')}:a1`, `${await idOf(archive, 'no')}:a1`] },
    'one man',
  );
  await archive.correct({ what: 'rename', person: 'Ted Cruz', name: 'Rafael Cruz' }, null);
  const { id } = await archive.correct({ what: 'rename', person: 'Ann Lee', name: 'Nobody' }, null);
  await archive.undo(id);
  await archive.correct({ what: 'reject', record: `${await idOf(archive, 'we voted')}:q1` }, null);
  await archive.keepWatched(
    new Map([
      ['https://feed.example/', { next: 1 } as never],
      [`https://x.example/${'y'.repeat(3000)}`, { next: 2 } as never],
    ]),
  );
}

const idOf = async (archive: Archive, words: string): Promise<string> =>
  (await archive.find({ words: [words] })).items[0]?.id.slice(0, 12) ?? '';

/** All that an archive shows, beside its dump. */
async function shown(archive: Archive) {
  const people = await archive.people({ limit: 100 });
  const documents = [];
  for await (const { document } of archive.readings()) documents.push(await archive.document(document.id));
  const found = [];
  for (const query of queries) found.push(await archive.find(query), await archive.facets(query));
  return {
    people: await Promise.all(people.map(({ id }) => archive.person(id))),
    documents,
    found,
    corrections: await archive.corrections(),
    looks: [await archive.quoted({}), await archive.network({}), await archive.timeline({}), await archive.claims({})],
    known: [
      await archive.known({ uri: '/b.bin', original: Uint8Array.from([0, 255, 254, 10]) }),
      await archive.known({ uri: '/c', original: new Uint8Array() }),
    ],
    watched: [await archive.watched('https://feed.example/'), await archive.watched(`https://x.example/${'y'.repeat(3000)}`)],
    findings: (await archive.doctor({ repair: false })).findings,
  };
}

async function within<Result>(name: string, work: (archive: Archive) => Promise<Result>): Promise<Result> {
  const archive = await openArchive(name, { create: true });
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

async function moving(from: string, to: string, step = () => {}) {
  const [source, target] = [await openDriver(from, { create: false }), await openDriver(to, { create: true })];
  try {
    return await move(source, target, step);
  } finally {
    await source.close();
    await target.close();
  }
}

describe.each<[Store, Store]>([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
])('from %s to %s and back', (one, other) => {
  test('all that an archive keeps and shows is the same, and it goes on from there', async () => {
    const [first, second, third] = [stores[one](), stores[other](), stores[one]()] as const;
    const before = await within(first, async (archive) => {
      await fill(archive);
      return { dump: await dumpOf(archive), shown: await shown(archive) };
    });
    expect(before.shown.findings).toEqual([]);
    expect(before.shown.documents.flatMap(({ versions }) => versions)).not.toEqual([]);
    const moved = await moving(first, second);
    expect(moved).toMatchObject({ documents: 8, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await moving(second, third)).toEqual(moved);
    for (const name of [second, third]) {
      const after = await within(name, async (archive) => ({ dump: await dumpOf(archive), shown: await shown(archive) }));
      expect(after.dump === before.dump).toBe(true);
      expect(after.shown).toEqual(before.shown);
    }
    const more: Told = { text: 'Cruz said “and again”.', published: '2020-02-01', who: { Cruz: cruz } };
    const grown = [];
    for (const name of [first, second, third])
      grown.push(
        await within(name, async (archive) => {
          await putTold(archive, more);
          await archive.correct({ what: 'reject', record: `${await idOf(archive, 'and again')}:q1` }, 'later');
          return { dump: await dumpOf(archive), corrections: (await archive.corrections()).map(({ id }) => id) };
        }),
      );
    expect(grown[1]).toEqual(grown[0]);
    expect(grown[2]).toEqual(grown[0]);
  });

  test('one that is not empty is refused; what is broken off leaves nothing', async () => {
    const [first, second] = [stores[one](), stores[other]()];
    await within(first, (archive) => putTold(archive, articles[0] as Told));
    let steps = 0;
    const broken = moving(first, second, () => {
      if (++steps === 12) throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect((await within(second, dumpOf)).trim().split('\n')).toHaveLength(1);
    await moving(first, second);
    await expect(moving(first, second)).rejects.toMatchObject({ code: 'READOUT_USAGE', message: expect.stringContaining('not empty') });
  });
});

test('an archive that cannot be read whole is not moved', async () => {
  const [first, second] = [own.archive('broken'), stores.SQLite()];
  await within(first, (archive) => putTold(archive, articles[0] as Told));
  await own.query('broken', `update texts set packed = '\\x00'`);
  await expect(moving(first, second)).rejects.toMatchObject({ code: 'READOUT_ARCHIVE_DAMAGED' });
});

test.each(Object.entries(stores))('every table of %s is carried over, by its key, after those that it points to', async (store, name) => {
  const driver = await openDriver(name(), { create: true });
  try {
    expect((await tablesOf(driver, store as Store)).sort()).toEqual(carried.map(({ table }) => table).sort());
  } finally {
    await driver.close();
  }
});

async function tablesOf({ db }: Driver, store: Store): Promise<string[]> {
  const list =
    store === 'SQLite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`
      : sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = current_schema()`;
  // The full text and the store's own level are each store's.
  return (await list.execute(db)).rows.map(({ name }) => name).filter((name) => !/^record_|^level$/.test(name));
}

test('the command moves an archive and says so', async () => {
  const [first, second] = [stores.SQLite(), stores.PostgreSQL()];
  await within(first, (archive) => putTold(archive, articles[0] as Told));
  const ran = await readout(['migrate', '--from', first, '--to', second]);
  expect(ran).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^1 articles moved; both archives give the same dump, sha256:[0-9a-f]{64}\n$/),
  });
  const dump = await readout(['export', '--to', 'jsonl'], '', { READOUT_ARCHIVE: second });
  expect(dump.stdout).toBe((await readout(['export', '--to', 'jsonl', '--archive', first])).stdout);
  const again = await readout(['migrate', '--from', first, '--to', second]);
  expect(again).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[READOUT_USAGE]') });
  expect(await readout(['migrate', '--from', join(folder, 'none.db'), '--to', stores.SQLite()])).toMatchObject({ code: 3 });
});
