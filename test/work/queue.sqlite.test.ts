import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Driver } from '../../src/archive/driver.ts';
import { emptyLedger } from '../../src/archive/ledger.ts';
import { openArchive } from '../../src/archive/open.ts';
import { retry } from '../../src/archive/queue/retry.ts';
import { settle } from '../../src/archive/queue/settle.ts';
import { openSqlite } from '../../src/archive/sqlite/open.ts';
import { queueContract } from './queue-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-queue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

queueContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));

test('an ingest is not ended while what was set aside in it waits again, however the two come together', async () => {
  const file = join(folder, 'race.db');
  const archive = await openArchive(file, { create: true });
  const driver = await openSqlite(file, { create: false });
  try {
    const run = await archive.begin();
    const offer = { uri: '/a', original: new Uint8Array([1]), key: 'k', about: '{"kind":"line","record":0}' };
    const [ref] = await archive.queue.add(run, [offer], false);
    if (ref === undefined) throw new Error('nothing was brought');
    await archive.queue.fed(run, emptyLedger(), new Map());
    await archive.queue.fail(ref, 5, 5, 'no memory');
    // Between the look for what has ended and the writing of its ledger.
    let retried = 0;
    const late: Driver = {
      ...driver,
      write: async (work) => {
        retried = await retry(driver);
        return driver.write(work);
      },
    };
    expect(await settle(late, 0)).toBe(0);
    expect(retried).toBe(1);
    expect(await archive.queue.ledger(run)).toBeNull();
  } finally {
    await driver.close();
    await archive.close();
  }
});
