import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readout } from '../cli/readout.ts';
import { type Web, web } from '../support/web.ts';
import { opml, page, rss } from './own.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-web-cli-'));
const archive = join(folder, 'readout.db');
const list = join(folder, 'mine.opml');
let site: Web;
beforeAll(async () => {
  site = await web({ '/page': page('we are ready') });
  site.routes['/feed'] = (request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"1"' }).end(rss(site.at, 'one', 'two'));
  };
  writeFileSync(list, opml(`${site.at}/feed`, 'http://192.168.0.1/feed'));
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

test('pages and lists of feeds go in through the front door; a private address only where it is allowed', async () => {
  const ran = await readout(['ingest', '--archive', archive, '--workers', '1', '--allow-host', '127.0.0.1', `${site.at}/page`, list]);
  expect(ran.stdout).toBe('offered 4 = read 3 + unchanged 0 + duplicate 0 + skipped 1\n  READOUT_FETCH_REFUSED 1\n');
  expect(ran.stderr).toContain('--allow-host 192.168.0.1');
  expect(ran.code).toBe(1);
  const refused = await readout(['ingest', '--archive', archive, `${site.at}/page`]);
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('READOUT_FETCH_REFUSED 1') });
});

test('watch --once looks once, and remembers', async () => {
  const once = ['watch', '--once', '--json', '--archive', archive, '--workers', '1', '--allow-host', '127.0.0.1', `${site.at}/feed`];
  const [first, second] = [await readout(once), await readout(once)];
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toMatchObject({ offered: 2, notModified: 0, waiting: 0 });
  expect(JSON.parse(second.stdout)).toMatchObject({ offered: 0, notModified: 1, waiting: 0 });
});

test.each([
  [['watch']],
  [['watch', '--every', '1s', 'x']],
  [['watch', '--every', '5 minutes', 'x']],
  [['ingest', '--allow-host', 'http://localhost/', 'x']],
  [['ingest', '--allow-host', '10.0.0.0/8', 'x']],
  [['ingest', '--allow-host', '*.example', 'x']],
  [['ingest', '--most-seconds', '0', 'x']],
])('%j is wrong usage', async (args) => {
  expect(await readout(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('READOUT_USAGE') });
});
