import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { looksContract } from './looks.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-looks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

looksContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));
