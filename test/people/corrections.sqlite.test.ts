import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { correctionsContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-corrections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

correctionsContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));
