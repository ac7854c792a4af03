import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Pool } from './pool.ts';
import type { Settings, Task } from './task.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A worker that answers with its thread's number and the task's record, or dies as the record says.
const script = join(folder, 'worker.mjs');
writeFileSync(
  script,
  `import { parentPort, threadId, workerData } from 'node:worker_threads';
import { existsSync, writeFileSync } from 'node:fs';
parentPort.on('message', (task) => {
  if (task === 'stop') process.exit();
  const { record, uri } = task;
  if (record === 16) return;
  if (workerData.lexicon === 'broken') return parentPort.postMessage({ fatal: { code: 'READOUT_MODEL_MISSING', message: 'No model.', next: 'Get it.' } });
  if (record === 13) throw new Error('unlucky');
  if (record === 14) process.exit(1);
  if (record === 15 && !existsSync(uri)) { writeFileSync(uri, ''); process.exit(1); }
  parentPort.postMessage({ outcome: { output: Uint8Array.of(record, threadId), documents: 1, problems: [] } });
});`,
);

const settings: Settings = {
  lexicon: null,
  published: null,
  to: 'jsonl',
  options: { view: 'quotations', why: false, width: 80, colour: false },
};
const line = (record: number) => new TextEncoder().encode(record === 14 ? '{' : JSON.stringify({ id: `line-${record}`, text: '' }));
const task = (record: number): Task => ({ kind: 'line', bytes: line(record), uri: join(folder, 'tried'), record });
const open = (size: number, more: Partial<Settings> = {}) => new Pool(pathToFileURL(script), size, { ...settings, ...more });

test('never has more workers than its size', async () => {
  const pool = open(2);
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => pool.run(task(i))));
  expect(outcomes.map(({ output }) => output[0])).toEqual(Array.from({ length: 12 }, (_, i) => i));
  expect(new Set(outcomes.map(({ output }) => output[1])).size).toBeLessThanOrEqual(2);
  await pool.close();
});

test('a document over which two workers die is reported, the others are unharmed', async () => {
  const pool = open(2);
  const outcomes = await Promise.all([1, 13, 2, 14, 3].map((record) => pool.run(task(record))));
  const codes = outcomes.map(({ problems }) => problems[0]?.error.code ?? 'read');
  expect(codes).toEqual(['read', 'READOUT_WORKER_LOST', 'read', 'READOUT_WORKER_LOST', 'read']);
  expect(outcomes[1]?.problems[0]?.error).toMatchObject({
    message: expect.stringContaining('unlucky'),
    input: { id: 'line-13', record: 13 },
  });
  expect(outcomes[3]?.problems[0]?.error.input).toMatchObject({ id: null, record: 14 });
  expect(JSON.parse(new TextDecoder().decode(outcomes[1]?.output)).error.code).toBe('READOUT_WORKER_LOST');
  await pool.close();
});

test('a document over which one worker dies is tried again', async () => {
  const pool = open(1);
  const [outcome, after] = await Promise.all([pool.run(task(15)), pool.run(task(4))]);
  expect(outcome.output[0]).toBe(15);
  expect(after.output[0]).toBe(4);
  await pool.close();
});

test('where no engine can be opened, every task is told why', async () => {
  const pool = open(2, { lexicon: 'broken' });
  const results = await Promise.allSettled([1, 2, 3, 4].map((record) => pool.run(task(record))));
  for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'READOUT_MODEL_MISSING' } });
  await pool.close();
});

test('workers go home out of the middle of their work', async () => {
  const pool = open(2);
  void pool.run(task(16));
  await pool.run(task(1));
  const start = performance.now();
  await pool.close();
  // They go by themselves: one that had to be terminated would take five seconds.
  expect(performance.now() - start).toBeLessThan(2000);
});
