import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { samplesContract } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

samplesContract('SQLite', (name) => openArchive(join(folder, `${name}.db`), { create: true }));
