import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { natsMissing, natsServer, postgresFolder, postgresMissing } from '../../scripts/setup.mjs';
import { addsUp } from '../../src/archive/ledger.ts';
import { type Faults, underFaults } from './support/faults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'readout-faults-'));
// PostgreSQL runs as another user.
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @throws with what to install */
const need = (path: string | null, missing: string): string => {
  if (path === null) throw new Error(missing);
  return path;
};

async function hold(faults: Faults, name: string): Promise<void> {
  const places = {
    ...{ root, folder: join(folder, name), nats: need(natsServer(), natsMissing) },
    postgres: faults.store === 'postgres' ? need(postgresFolder(), postgresMissing) : '',
  };
  const came = await underFaults(faults, places, (text) => console.log(`  ${text}`));
  console.log(`  ${faults.articles} articles in ${came.seconds.toFixed(1)} s`);
  expect(addsUp(came.ledger)).toBe(true);
  // A version is told by which text came first at an address; everything else must be the same.
  expect(came.ledger).toEqual({ ...came.wantedLedger, versions: came.ledger.versions });
  expect(came.setAside).toBe(0);
  expect(came.findings).toBe(0);
  expect(came.dump === came.wanted).toBe(true);
}

test('workers, nats-server and PostgreSQL are killed with -9 at random: nothing is lost, nothing double', async () => {
  await hold({ articles: 300, worker: 3, nats: 3, postgres: 3, workers: 2, milliseconds: 40, store: 'postgres' }, 'postgres');
}, 300_000);

test('the same with an archive in a file', async () => {
  await hold({ articles: 200, worker: 3, nats: 2, postgres: 0, workers: 2, milliseconds: 30, store: 'sqlite' }, 'sqlite');
}, 300_000);
