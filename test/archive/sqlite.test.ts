import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { archiveContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

archiveContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));
