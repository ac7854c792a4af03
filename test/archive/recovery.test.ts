import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addsUp, type Ledger } from '../../src/archive/ledger.ts';
import { openArchive } from '../../src/archive/open.ts';
import { readout, toJsonl } from '../cli/readout.ts';
import { type Database, database } from '../support/postgres.ts';
import { dumpOf } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-recovery-'));
let own: Database;
beforeAll(async () => void (own = await database('recovery', { lasting: true })));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await own.drop();
});
/** How often each store's ingest is killed: READOUT_KILLS=50 npx vitest run test/archive/recovery */
const KILLS = Number(process.env.READOUT_KILLS ?? 6);

const stores = {
  SQLite: (name: string) => join(folder, `${name}.db`),
  PostgreSQL: (name: string) => own.archive(name.replaceAll('-', '_')),
} as const;
const sources = join(folder, 'sources');

const said = (who: string, what: string, number: number) =>
  `The ministers came together in the capital on day ${number} of the talks. ${who} said “${what} number ${number}”. Nobody else spoke that day.`;

beforeAll(() => {
  mkdirSync(join(sources, 'inner'), { recursive: true });
  const lines = Array.from({ length: 40 }, (_, i) => ({
    id: `l${i}`,
    text: said('Anna', 'we go on', i % 35),
    published: `2023-09-${10 + (i % 20)}`,
  }));
  writeFileSync(join(sources, 'lines.jsonl'), toJsonl(lines));
  writeFileSync(join(sources, 'more.jsonl.gz'), gzipSync(toJsonl(lines.slice(0, 10).map(({ text }, i) => ({ id: `m${i}`, text })))));
  for (let i = 0; i < 20; i++) writeFileSync(join(sources, 'inner', `${i}.txt`), said('Boris', 'we stop', i));
  writeFileSync(join(sources, 'broken.jsonl'), '{"text": "half\n');
});

const child = new URL('child.mjs', import.meta.url).pathname;

/** One ingest; killed so many milliseconds after it began, if it still runs then. @returns its ledger; null where it was killed */
function ingest(archive: string, from: readonly string[], killAfter: number | null = null, begun = () => {}): Promise<Ledger | null> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, archive, ...from], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, faults] = ['', ''];
    process_.stdout.on('data', (chunk) => {
      if (output === '') begun();
      if (output === '' && killAfter !== null) setTimeout(() => process_.kill('SIGKILL'), killAfter);
      output += chunk;
    });
    process_.stderr.on('data', (chunk) => (faults += chunk));
    process_.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
      else reject(new Error(`${code}: ${faults}`));
    });
  });
}

const nobody = { version: 'none', model: 'none' };
async function documentsIn(name: string): Promise<number> {
  const archive = await openArchive(name, { create: false });
  try {
    return (await archive.countOutdated(nobody)).all;
  } finally {
    await archive.close();
  }
}

async function contents(file: string): Promise<string> {
  const archive = await openArchive(file, { create: false });
  try {
    expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    return await dumpOf(archive);
  } finally {
    await archive.close();
  }
}

describe.each(Object.entries(stores))('over %s', (_, store) => {
  test(`killed at ${KILLS} random moments and run again, an ingest leaves the same archive, byte for byte`, async () => {
    const clean = store('clean');
    let begun = 0;
    const ledger = await ingest(clean, [sources], null, () => (begun = Date.now()));
    const whole = Date.now() - begun;
    expect(ledger).toEqual({ offered: 71, read: 55, versions: 0, unchanged: 0, duplicate: 15, skipped: { READOUT_JSON_INVALID: 1 } });
    const wanted = await contents(clean);
    let [kills, round] = [0, 0];
    const reached = new Set<number>();
    while (kills < KILLS) {
      const name = store(`killed-${round++}`);
      let done: Ledger | null = null;
      while (done === null) {
        done = await ingest(name, [sources], kills < KILLS ? Math.random() * whole * 0.8 : null);
        if (done !== null) break;
        kills++;
        reached.add(await documentsIn(name));
      }
      expect(addsUp(done)).toBe(true);
      expect(done.offered).toBe(71);
      expect((await contents(name)) === wanted).toBe(true);
    }
    console.log(`  ${kills} kills over ${round} archives, after ${[...reached].sort((a, b) => a - b).join(', ')} documents`);
    // Kills that all come before the first document, or after the last, would show nothing.
    expect([...reached].filter((count) => count > 0 && count < 55).length).toBeGreaterThan(1);
  }, 3_600_000);

  test('two processes ingest into one archive at once, new as it is: nothing is lost, nothing doubled', async () => {
    const [one, two] = [store('one'), store('two')];
    await ingest(one, [sources]);
    const parts = [join(sources, 'inner'), join(sources, 'lines.jsonl')];
    // Both take all of it, in another order.
    const ledgers = await Promise.all([ingest(two, [...parts, sources]), ingest(two, [...parts.reverse(), sources])]);
    for (const ledger of ledgers) expect(ledger && addsUp(ledger)).toBe(true);
    expect((ledgers[0]?.read ?? 0) + (ledgers[1]?.read ?? 0)).toBe(55);
    expect((await contents(two)) === (await contents(one))).toBe(true);
  }, 180_000);
});

test('both stores give the same dump', async () => {
  const names = Object.values(stores).map((store) => store('clean'));
  const [one, other] = await Promise.all(names.map(contents));
  expect(one === other).toBe(true);
});

test('the command itself, killed while it reads, goes on where it was', async () => {
  const texts = ['eastmed-pipeline', 'queen-suspends-parliament', 'soleimani-killed'].map((name) => `examples/${name}.txt`);
  const [killed, clean] = [join(folder, 'cli-killed.db'), join(folder, 'cli.db')];
  const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
  const process_ = spawn(process.execPath, [main, 'ingest', '--archive', killed, '--workers', '1', ...texts], { stdio: 'ignore' });
  let gone = false;
  const ended = new Promise<void>((resolve) => process_.on('close', () => resolve(void (gone = true))));
  while (!existsSync(`${killed}-wal`) && !gone) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 500));
  expect(gone).toBe(false);
  process_.kill('SIGKILL');
  await ended;
  const again = await readout(['ingest', '--archive', killed, '--json', ...texts]);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ offered: 3, duplicate: 0, skipped: {} });
  expect((await readout(['ingest', '--archive', clean, ...texts])).stdout).toBe(
    'offered 3 = read 3 + unchanged 0 + duplicate 0 + skipped 0\n',
  );
  expect((await contents(killed)) === (await contents(clean))).toBe(true);
}, 180_000);
