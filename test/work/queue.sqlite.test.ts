import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { queueContract } from './queue-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-queue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

queueContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));
