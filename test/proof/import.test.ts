import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addsUp, type Ledger } from '../../src/archive/ledger.ts';
import { openArchive } from '../../src/archive/open.ts';
import type { Archive } from '../../src/archive/port.ts';
import { asItIs } from '../../src/ingest/as-it-is.ts';
import { ingest } from '../../src/ingest/run.ts';
import { sorted, takeAll } from '../../src/ingest/take-all.ts';
import type { Problem } from '../../src/reading/schema.ts';
import type { Task } from '../../src/work/task.ts';
import { fakeReading } from '../archive/fake-reading.ts';
import { bundled, dumpOf, sampleArchive } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-import-'));
let archive: Archive;
let dump: string;
beforeAll(async () => {
  archive = await sampleArchive(folder, 'one');
  // A second printing, which leads; and a newer engine's view, taken up with it, beside the older one.
  const text = 'Lea said “we are ready”. Max accused Nora. Nobody knows why.';
  const first = { text, published: '2023-05-02', outlet: 'Daily', url: 'https://d.example/1' };
  await archive.put({ uri: '/a', original: Buffer.from('a') }, [fakeReading(first)], true);
  const leading = { ...first, published: '2023-05-01', outlet: 'Early', url: 'https://e.example/1', version: '0.0.2' };
  await archive.put({ uri: '/b', original: Buffer.from([0xff, 0xfe, 0xfd]) }, [fakeReading(leading)], true);
  const { items } = await archive.find({ words: ['maybe it rains'] });
  const [lea] = (await archive.find({ words: ['we are ready'] })).items;
  const people = [lea, items[0]].map((item) => `${item?.id.slice(0, 12)}:a1`);
  await archive.correct({ what: 'merge', people }, 'one and the same');
  await archive.correct({ what: 'reject', record: items[0]?.id ?? '' }, null);
  dump = await dumpOf(archive);
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

let number = 0;
const file = (content: string | Uint8Array): string => {
  const path = join(folder, `file-${number++}`);
  writeFileSync(path, content);
  return path;
};
const fresh = () => openArchive(join(folder, `fresh-${number++}.db`), { create: true });

async function* none(): AsyncGenerator<Task> {}
const never = async () => {
  throw new Error('Nothing is to be read.');
};

/** Ingests files that hold kept documents; the network is not asked. */
async function takeIn(into: Archive, paths: readonly string[]): Promise<{ ledger: Ledger; problems: Problem[] }> {
  const problems: Problem[] = [];
  const watcher = { step: () => undefined, problem: (problem: Problem) => void problems.push(problem) };
  const { toTake, toRead } = await sorted(paths.map((path) => ({ path, size: 1 })));
  expect(toRead).toEqual([]);
  const ledger = await ingest(into, none(), never, { tasks: 1, bytes: 1 }, watcher, (counts) => takeAll(into, toTake, counts, watcher));
  expect(addsUp(ledger)).toBe(true);
  return { ledger, problems };
}

test('the sample has what is hard: two engines, two printings, two pages, bytes that are no text, corrections', () => {
  const documents = dump
    .split('\n')
    .filter((line) => line.startsWith('{"document"'))
    .map((line) => JSON.parse(line));
  expect(Math.max(...documents.map(({ readings }) => readings.length))).toBe(2);
  expect(documents.filter(({ printings }) => printings.length === 2)).toHaveLength(2);
  expect(dump).toContain('"base64":');
  expect(dump.match(/^\{"correction":/gm)).toHaveLength(2);
});

describe('out and in again is the same archive', () => {
  test.each<[string, () => Promise<string | Uint8Array>]>([
    ['by a dump', async () => dump],
    ['by a bundle', () => bundled(archive)],
  ])('%s', async (_, made) => {
    const path = file(await made());
    const into = await fresh();
    const { ledger, problems } = await takeIn(into, [path]);
    expect(problems).toEqual([]);
    expect(ledger).toMatchObject({ offered: 9, read: 7, duplicate: 2, unchanged: 0 });
    expect(await dumpOf(into)).toBe(dump);
    expect((await into.doctor({ repair: false })).findings).toEqual([]);
    // And once more: nothing new.
    expect((await takeIn(into, [path])).ledger).toMatchObject({ offered: 9, unchanged: 9, read: 0 });
    expect(await dumpOf(into)).toBe(dump);
    expect(await bundled(into)).toEqual(await bundled(archive));
    expect((await into.corrections()).map(({ placed }) => placed)).toEqual([true, true]);
    await into.close();
  });

  test('by bundles of one document each, in any order', async () => {
    const ids = [...dump.matchAll(/^\{"document":"(sha256:\w+)"/gm)].map(([, id]) => id as string);
    const into = await fresh();
    for (const id of ids.reverse()) await takeIn(into, [file(await bundled(archive, new Set([id])))]);
    // A correction about people over all documents goes with all of them only.
    expect(await dumpOf(into)).toBe(dump.replace(/^\{"correction":\{"what":"merge".*\n/m, ''));
    await into.close();
  });

  test('interrupted after any document and done again', async () => {
    const lines = dump.trimEnd().split('\n');
    const into = await fresh();
    for (const count of [lines.length - 5, lines.length - 2, lines.length])
      await takeIn(into, [file(`${lines.slice(0, count).join('\n')}\n`)]);
    expect(await dumpOf(into)).toBe(dump);
    await into.close();
  });
});

describe('what does not hold is not taken, and the rest is', () => {
  test.each<[string, (dump: string) => string, RegExp]>([
    ['an altered text', (text) => text.replace(/(\{"document".*)we are ready/, '$1we are reedy'), /its text is not that of its hash/],
    ['an altered page', (text) => text.replace(/(\{"original".*)we are ready/, '$1we are reedy'), /is missing or altered/],
    ['an altered span', (text) => text.replace(/"trigger":\{"start":\d+/, '"trigger":{"start":9999'), /is empty/],
    ['a line cut short', (text) => text.replace(/\}\n$/, '\n'), /has not the form/],
    ['a line of another kind', (text) => `${text}{"future":1}\n`, /a kind that this version does not know/],
  ])('%s', async (_, change, wanted) => {
    const altered = change(dump);
    expect(altered).not.toBe(dump);
    const into = await fresh();
    const { ledger, problems } = await takeIn(into, [file(altered)]);
    expect(ledger.skipped).toEqual({ READOUT_READING_INVALID: 1 });
    expect(problems[0]?.error.message).toMatch(wanted);
    expect(ledger.read).toBeGreaterThan(5);
    expect((await into.doctor({ repair: false })).findings).toEqual([]);
    await into.close();
  });

  test('of a bundle that was altered nothing is taken', async () => {
    const bytes = await bundled(archive);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const into = await fresh();
    const { ledger } = await takeIn(into, [file(bytes)]);
    expect(ledger).toMatchObject({ offered: 1, read: 0, skipped: { READOUT_BUNDLE_DAMAGED: 1 } });
    await into.close();
  });
});

describe('a line that is a reading is taken as it is', () => {
  const line = (value: unknown): Task => ({ kind: 'line', bytes: Buffer.from(JSON.stringify(value)), uri: '/r.jsonl', record: 4 });
  const reading = fakeReading({ text: 'Lea said “we are ready”.', input: { uri: '/a.txt', id: 'a' } });
  const output = (task: Task) => JSON.parse(new TextDecoder().decode(asItIs(task)?.output));

  test('to the character, without its decisions', () => {
    expect(output(line(reading))).toEqual(reading);
    expect(output(line({ ...reading, why: [] }))).toEqual(reading);
    expect(asItIs(line(reading))).toMatchObject({ documents: 1, problems: [] });
  });

  test('a problem stays one; a reading that does not hold becomes one; other lines are read', () => {
    const problem = { readout: 1, error: { code: 'X', message: 'm', next: 'n', input: { id: null, uri: null, record: 1 } } };
    expect(asItIs(line(problem))).toMatchObject({ documents: 0, problems: [problem] });
    const broken = { ...reading, document: { ...reading.document, text: 'Lea said “we are reedy”.' } };
    expect(asItIs(line(broken))?.problems[0]?.error).toMatchObject({
      code: 'READOUT_READING_INVALID',
      input: { uri: '/r.jsonl', record: 4 },
    });
    expect(asItIs(line({ readout: 1, actors: [] }))?.problems[0]?.error.code).toBe('READOUT_READING_INVALID');
    expect(asItIs(line({ text: 'Lea said “no”.' }))).toBeNull();
  });
});
