import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpOf } from '../archive/contract.ts';
import { type Database, database } from '../support/postgres.ts';
import { articles, shuffled } from './support/articles.ts';
import { embedded } from './support/faults.ts';
import { root, type Setting, setting } from './support/setting.ts';

let place: Setting;
let own: Database;
beforeAll(async () => {
  [place, own] = await Promise.all([setting(), database('work')]);
});
afterAll(async () => {
  await Promise.all([place?.end(), own?.drop()]);
});

const lines = articles(150);
/** Four files with a part of the lines each: in which order they come is one thing, which line stands where another. */
const files = () =>
  [0, 1, 2, 3].map((part) =>
    place.write(
      `part-${part}.jsonl`,
      lines.filter((_, i) => i % 4 === part),
    ),
  );

test('one worker, four workers in any order, and an ingest in one process leave the same archive, byte for byte', async () => {
  const sources = files();
  const { dump, ledger } = await embedded(root, join(place.folder, 'one-process.db'), sources);
  expect(ledger).toMatchObject({ offered: 150, skipped: { READOUT_JSON_INVALID: 3 } });
  const runs = [
    { name: join(place.folder, 'one-worker.db'), workers: 1, order: sources, stream: 'one' },
    { name: join(place.folder, 'four-workers.db'), workers: 4, order: shuffled(sources), stream: 'four' },
    { name: own.archive('four_workers'), workers: 4, order: shuffled(sources), stream: 'pg' },
  ];
  for (const { name, workers, order, stream } of runs) {
    const fleet = place.fleet(name, 5, { stream });
    fleet.start(workers);
    const told = await place.feed(name, order, ['--stream', stream, '--wait']);
    expect(told).toEqual({ ...ledger, versions: told.versions });
    expect(await fleet.stop()).toEqual(Array.from({ length: workers }, () => 0));
    await place.within(name, async (archive) => {
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
      expect((await dumpOf(archive)) === dump).toBe(true);
    });
  }
}, 400_000);

test('what was brought before is not read again; equal lines are duplicates', async () => {
  const archive = join(place.folder, 'again.db');
  const line = JSON.stringify({ id: 'x', text: 'Anna said “we go on”. Nobody else spoke that day in the capital.' });
  const file = place.write('twice.jsonl', [line, line, line]);
  const fleet = place.fleet(archive, 1, { stream: 'again' });
  fleet.start();
  const more = ['--stream', 'again', '--wait'];
  expect(await place.feed(archive, [file], more)).toMatchObject({ offered: 3, read: 1, unchanged: 0, duplicate: 2, skipped: {} });
  expect(await place.feed(archive, [file], more)).toMatchObject({ offered: 3, read: 0, unchanged: 1, duplicate: 2, skipped: {} });
  await fleet.stop();
}, 400_000);
