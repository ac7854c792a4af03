import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { strata } from '../../src/archive/sample/sample.ts';
import { spreadChoices } from '../../src/cli/commands/sample.ts';
import { main, readout } from '../cli/readout.ts';
import { put } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-sample-cli-'));
const archive = join(folder, 'a.db');
const env = { READOUT_ARCHIVE: archive, NO_COLOR: '1' };
const run = (args: readonly string[], input = '') => readout(['sample', ...args], input, env);

beforeAll(async () => {
  const made = await openArchive(archive, { create: true });
  await put(made, {
    text: 'Anna said “one \u001b[31m of it”. Boris accused Carl. Anna said “two of it”.',
    outlet: 'Daily',
    published: '2023-01-01',
  });
  await put(made, { text: 'Carl said “three of it”. Anna met Boris in Kyiv.', outlet: 'Weekly', published: '2023-02-01' });
  await made.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a sheet is drawn as JSON, filled in, taken, and becomes a card', async () => {
  const drawn = await run(['--size', '4', '--json']);
  expect(drawn).toMatchObject({ code: 0, stderr: '' });
  const sheet = JSON.parse(drawn.stdout);
  expect(sheet.items).toHaveLength(4);
  expect(sheet.card.all).toMatchObject({ drawn: 4, precision: null });
  for (const item of sheet.items) item.verdict = item.n === 4 ? 'wrong' : 'right';
  const file = join(folder, 'sheet.json');
  writeFileSync(file, JSON.stringify(sheet));
  const card = await run(['--size', '4', '--judgements', file]);
  expect(card).toMatchObject({ code: 0, stderr: '' });
  expect(card.stdout).toMatch(/^Trust card: 75 % right \(30 to 95 %\), 3 of 4\n4 of 4 judged; intervals of 95 % by Wilson\n/);
  expect(card.stdout).toContain('By outlet\n');
  // It is kept with the archive, and lines take a verdict back.
  const line = JSON.stringify({ record: sheet.items[3].record, verdict: null });
  expect((await run(['--id', String(sheet.id), '--judgements', '-'], `${line}\n`)).stdout).toMatch(/^Trust card: 100 % right/);
  expect((await run(['--list'])).stdout).toMatch(/^1 {2}\d{4}-\d\d-\d\d {2}4 drawn with seed 1: 100 % right \(44 to 100 %\), 3 of 3\n$/);
  expect(JSON.parse((await run(['--card', '--json'])).stdout).all).toMatchObject({ right: 3, wrong: 0 });
});

test('what is printed of a record commands no terminal, and without a terminal nothing is asked', async () => {
  const { stdout, code } = await run(['--record', 'quotation', '--seed', 'z']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^1 of 3\n/);
  expect(stdout).not.toContain('\u001b');
  expect(stdout).toContain('Trust card: nothing judged');
});

test('what is wrong is told', async () => {
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  for (const [args, input, exit, code] of [
    [['--id', '99'], '', 1, 'READOUT_SAMPLE_NOT_FOUND'],
    [['--judgements', '-'], 'nonsense', 2, 'READOUT_USAGE'],
    [['--judgements', '-'], line({ record: '000000000000:q1', verdict: 'right' }), 1, 'READOUT_RECORD_NOT_FOUND'],
    [['--judgements', join(folder, 'none')], '', 1, 'READOUT_INPUT_NOT_FOUND'],
    [['--size', '0'], '', 2, 'READOUT_USAGE'],
    [['zeppelin'], '', 2, 'READOUT_USAGE'],
  ] as const) {
    const told = await run(args, input);
    expect([args, told.code, told.stdout]).toEqual([args, exit, '']);
    expect(told.stderr).toContain(`[${code}]`);
  }
  expect([...spreadChoices]).toEqual([...strata]);
});

// A terminal of one's own, by util-linux's script; every Debian has it.
const script = '/usr/bin/script';
test.runIf(existsSync(script))('on a terminal each record is asked by a key, and the next time it goes on', () => {
  const ask = (keys: string) =>
    spawnSync(script, ['-qec', `"${process.execPath}" "${main}" sample --size 3 --seed tty`, '/dev/null'], {
      env: { ...process.env, ...env, TERM: 'xterm', COLUMNS: '80' },
      input: keys,
      encoding: 'utf8',
      timeout: 60_000,
    }).stdout;
  const first = ask('yq');
  expect(first).toContain('1 of 3');
  expect(first).toContain('2 of 3');
  expect(first).toMatch(/Trust card: 100 % right \(21 to 100 %\), 1 of 1/);
  const second = ask('nu');
  expect(second).not.toContain('1 of 3\r\n');
  expect(second).toMatch(/Trust card: 50 % right \(9 to 91 %\), 1 of 2; 1 unsure/);
});
