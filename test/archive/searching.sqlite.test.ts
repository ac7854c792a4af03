import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { searchContract } from './searching.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-searching-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

searchContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));
