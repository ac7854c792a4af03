import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { readout } from '../cli/readout.ts';
import { putTold, shortId, type Told } from '../people/told.ts';
import { type Database, database } from '../support/postgres.ts';

// Commands over both stores print the same. They only differ in what they ask of an archive, which its contract holds both stores to: a few of
// each sort are enough here.

const folder = mkdtempSync(join(tmpdir(), 'readout-commands-'));
const file = join(folder, 'readout.db');
let own: Database;
let server: string;

const who = { Cruz: { name: 'Ted Cruz', country: 'USA' }, Lee: { name: 'Ann Lee' } };
const articles: readonly Told[] = [
  {
    text: 'Cruz said “we will vote on Monday”. Cruz accused Lee. Cruz met Lee in Kyiv.',
    published: '2020-01-01',
    outlet: 'The Daily',
    who,
  },
  { text: 'Lee denied “that she was paid”. Cruz said “the vote was wrong”.', published: '2020-01-02', outlet: 'Évening Post', who },
];
const record = `${shortId(articles[0] as Told)}:q1`;

beforeAll(async () => {
  own = await database('commands');
  server = own.archive('commands');
  for (const name of [file, server]) {
    const archive = await openArchive(name, { create: true });
    for (const article of articles) await putTold(archive, article);
    await archive.close();
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await own.drop();
});

test('an article goes in through the front door, and comes out the same', async () => {
  const ledgers = [];
  for (const name of [file, server])
    ledgers.push(await readout(['ingest', '--workers', '1', 'examples/eastmed-pipeline.txt'], '', { READOUT_ARCHIVE: name }));
  expect(ledgers[1]).toEqual(ledgers[0]);
  expect(ledgers[1]).toMatchObject({ code: 0, stdout: 'offered 1 = read 1 + unchanged 0 + duplicate 0 + skipped 0\n' });
}, 180_000);

test.each<string[][]>([
  [['search', '--speaker', 'cruz', '--outlet', 'evening', '--kind', 'direct']],
  [['show', record]],
  [['quoted', '--json']],
  [['correct', 'reject', record, '--note', 'a headline']],
  [['undo', '1']],
  [['export', '--to', 'jsonl']],
  [['doctor']],
])('readout %j', async (args) => {
  const [one, other] = await Promise.all([file, server].map((name) => readout([...args, '--archive', name])));
  expect(JSON.stringify(other) === JSON.stringify(one)).toBe(true);
  expect(other).toMatchObject({ code: 0, stderr: '' });
});

test('a bundle of it holds', async () => {
  const bundle = join(folder, 'proof.zip');
  expect(await readout(['bundle', '--archive', server, '--out', bundle])).toMatchObject({ code: 0 });
  expect(await readout(['verify', bundle])).toMatchObject({ code: 0 });
});
