import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { openFetcher } from '../../src/fetch/fetcher.ts';
import { usualLimits } from '../../src/ingest/limits.ts';
import type { Read } from '../../src/ingest/run.ts';
import { ChangedFiles } from '../../src/watch/changed-files.ts';
import { round } from '../../src/watch/round.ts';
import { type Web, web } from '../support/web.ts';
import { opml, page, read, rss, said } from './own.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let site: Web;
beforeEach(async () => void (site = await web()));
afterEach(() => site.close());

const MINUTE = 60_000;
let number = 0;

/** A watch over a fresh archive, whose clock the test turns. */
function watching(...given: readonly string[]) {
  const names = given.filter((name) => name !== '--follow');
  const own = join(folder, `${number++}.db`);
  const clock = { now: Date.parse('2026-11-24T12:00:00Z') };
  const files = new ChangedFiles();
  /** One round, as one process; the archive is closed between two, so that what is remembered is what it holds. */
  const look = async (reader: Read = read) => {
    const archive = await openArchive(own, { create: true });
    const told: string[] = [];
    const fetcher = openFetcher({ allowHosts: ['127.0.0.1'], now: () => clock.now, wait: async () => undefined });
    const watch = {
      names,
      own,
      archive,
      fetcher,
      files,
      limits: usualLimits,
      follow: given.includes('--follow'),
      window: { tasks: 4, bytes: 1e6 },
      every: 15 * MINUTE,
      now: () => clock.now,
    };
    try {
      const { ledger, asked } = await round(watch, reader, { step: () => undefined, problem: ({ error }) => void told.push(error.code) });
      return { ...ledger, ...asked, told };
    } finally {
      await archive.close();
    }
  };
  return { look, clock };
}

/** A feed that answers 304 to who has it. */
function feed(path: string, words: string[]) {
  site.routes[path] = (request, response) => {
    const etag = `"${words.join()}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { ETag: etag, 'Content-Type': 'application/rss+xml' }).end(rss(site.at, ...words));
  };
}

test('a feed is sent again only where it has changed, also to another process', async () => {
  const words = ['one', 'two'];
  feed('/feed', words);
  const { look } = watching(`${site.at}/feed`);
  expect(await look()).toMatchObject({ offered: 2, read: 2, notModified: 0 });
  expect(await look()).toMatchObject({ offered: 0, notModified: 1 });
  words.push('three');
  expect(await look()).toMatchObject({ offered: 3, read: 1, unchanged: 2, notModified: 0 });
  expect(await look()).toMatchObject({ offered: 0, notModified: 1 });
});

test('a list of feeds is gone through each time, its feeds only where they have changed', async () => {
  feed('/feed', ['one']);
  site.routes['/list'] = (request, response) => {
    if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"1"' }).end(opml(`${site.at}/feed`));
  };
  const { look } = watching(`${site.at}/list`);
  expect(await look()).toMatchObject({ offered: 1, read: 1 });
  feed('/feed', ['one', 'two']);
  expect(await look()).toMatchObject({ offered: 2, read: 1 });
});

test('a round that ends before its end is remembered by nobody', async () => {
  feed('/feed', ['one', 'two']);
  const { look } = watching(`${site.at}/feed`);
  await expect(
    look(async () => {
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await look()).toMatchObject({ offered: 2, read: 2, notModified: 0 });
});

test('with --follow the page of an item is asked for once, and again only where it could not be had', async () => {
  feed('/feed', ['one', 'two']);
  site.routes['/one'] = page('one whole');
  const { look, clock } = watching('--follow', `${site.at}/feed`);
  expect(await look()).toMatchObject({ offered: 3, read: 2, told: ['READOUT_FETCH_STATUS'] });
  site.routes['/two'] = page('two whole');
  feed('/feed', ['one', 'two', 'three']);
  site.routes['/three'] = page('three whole');
  clock.now += 60 * MINUTE;
  site.asked.length = 0;
  expect(await look()).toMatchObject({ offered: 2, read: 2, versions: 1, told: [] });
  expect(site.asked.filter((path) => path !== '/robots.txt')).toEqual(['/feed', '/two', '/three']);
});

test('what a worker died over is fetched again', async () => {
  feed('/feed', ['one']);
  const { look } = watching(`${site.at}/feed`);
  const dying: Read = async (task) => {
    if (task.kind !== 'file') return read(task);
    const error = { code: 'READOUT_WORKER_LOST', message: 'x', next: 'x', input: task.input };
    return { output: new Uint8Array(), documents: 0, problems: [{ readout: 1, error }] };
  };
  expect(await look(dying)).toMatchObject({ told: ['READOUT_WORKER_LOST'] });
  expect(await look()).toMatchObject({ read: 1, notModified: 0 });
});

test('what fails is asked again in the next round, then ever less often, and at once when it is well', async () => {
  let well = false;
  site.routes['/feed'] = (_, response) => (well ? response.end(rss(site.at, 'one')) : response.writeHead(500).end());
  const { look, clock } = watching(`${site.at}/feed`);
  const asked: boolean[] = [];
  for (let i = 0; i < 11; i++) {
    const before = site.asked.filter((path) => path === '/feed').length;
    await look();
    asked.push(site.asked.filter((path) => path === '/feed').length > before);
    clock.now += 15 * MINUTE;
  }
  // Rounds 0 and 1, then after 1, 2, 4 … rounds.
  expect(asked.flatMap((was, i) => (was ? [i] : []))).toEqual([0, 1, 2, 4, 8]);
  expect(await look()).toMatchObject({ offered: 0, waiting: 1 });
  well = true;
  clock.now += 2 * 60 * MINUTE;
  expect(await look()).toMatchObject({ read: 1, waiting: 0 });
  expect(await look()).toMatchObject({ unchanged: 1, waiting: 0 });
});

test('a server that asks to be left alone is, for as long as it asks', async () => {
  site.routes['/feed'] = (_, response) => response.writeHead(429, { 'Retry-After': String(2 * 60 * 60) }).end();
  const { look, clock } = watching(`${site.at}/feed`);
  expect(await look()).toMatchObject({ told: ['READOUT_FETCH_LATER'], skipped: { READOUT_FETCH_LATER: 1 } });
  clock.now += 119 * MINUTE;
  expect(await look()).toMatchObject({ told: [], waiting: 1 });
  clock.now += 2 * MINUTE;
  expect(await look()).toMatchObject({ told: ['READOUT_FETCH_LATER'] });
  expect(site.asked.filter((path) => path === '/feed')).toHaveLength(2);
});

test('what nobody was asked for is told every time', async () => {
  const { look } = watching('http://10.0.0.1/', 'ftp://a.example/');
  for (let i = 0; i < 4; i++) expect(await look()).toMatchObject({ told: ['READOUT_FETCH_REFUSED', 'READOUT_FETCH_ADDRESS'], waiting: 0 });
});

test('of a folder, new and changed files are read', async () => {
  const inner = mkdtempSync(join(folder, 'in-'));
  writeFileSync(join(inner, 'a.txt'), said('one'));
  const { look } = watching(inner);
  expect(await look()).toMatchObject({ offered: 1, read: 1 });
  expect(await look()).toMatchObject({ offered: 0 });
  writeFileSync(join(inner, 'b.txt'), said('two'));
  writeFileSync(join(inner, 'a.txt'), said('one and more'));
  expect(await look()).toMatchObject({ offered: 2, read: 2, versions: 1 });
  expect(await look()).toMatchObject({ offered: 0 });
});
