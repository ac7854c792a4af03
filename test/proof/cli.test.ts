import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readout } from '../cli/readout.ts';
import { sampleArchive } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-proof-'));
const archive = join(folder, 'one.db');
const zip = join(folder, 'one.zip');
beforeAll(async () => (await sampleArchive(folder, 'one')).close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('bundle, verify, ingest and export: the same archive again, without a model', async () => {
  const made = await readout(['bundle', '--out', zip, '--archive', archive, '--json']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const { sha256, documents } = JSON.parse(made.stdout);
  expect(documents).toBe(6);

  const checked = await readout(['verify', zip, '--sha256', sha256]);
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toContain('ok: 6 documents');

  const other = join(folder, 'other.db');
  expect(await readout(['ingest', zip, '--archive', other])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('offered 7 = read 6'),
  });
  const [one, two] = [
    await readout(['export', '--to', 'jsonl', '--archive', archive]),
    await readout(['export', '--to', 'jsonl', '--archive', other]),
  ];
  expect(one.code).toBe(0);
  expect(two.stdout).toBe(one.stdout);
});

test('an altered bundle, another hash, no bundle, no file', async () => {
  await readout(['bundle', '--out', zip, '--archive', archive]);
  const bytes = readFileSync(zip);
  const altered = join(folder, 'altered.zip');
  // In the name of a part: what a terminal would obey is not printed.
  bytes[bytes.indexOf('pages/') + 3] = 0x1b;
  writeFileSync(altered, bytes);
  const told = await readout(['verify', altered]);
  expect(told.code).toBe(3);
  expect(told.stdout).toMatch(/^BAD /);
  expect(told.stdout).not.toContain('\x1b');
  expect(JSON.parse((await readout(['verify', altered, '--json'])).stdout)).toMatchObject({ holds: false });
  expect(await readout(['verify', zip, '--sha256', '0'.repeat(64)])).toMatchObject({
    code: 3,
    stdout: expect.stringMatching(/^BAD bundle: its SHA-256 is/),
  });
  expect(await readout(['verify', archive])).toMatchObject({ code: 3, stderr: expect.stringContaining('[READOUT_BUNDLE_DAMAGED]') });
  expect(await readout(['verify', join(folder, 'nowhere.zip')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[READOUT_INPUT_NOT_FOUND]'),
  });
});

test('what cannot be written is told, and leaves nothing', async () => {
  const nowhere = join(folder, 'no', 'such.csv');
  const ran = await readout(['export', '--to', 'csv', '--archive', archive, '--out', nowhere]);
  expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('[READOUT_OUTPUT_FAILED]') });
});
