import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { read } from '../../test/archive/fake-read.ts';
import { openArchive } from '../archive/open.ts';
import type { Archive } from '../archive/port.ts';
import type { Ref } from '../archive/queue/queue.ts';
import { ReadoutError } from '../error.ts';
import type { Task } from '../work/task.ts';
import { feed } from './feed.ts';
import type { Hint, Hints } from './hints.ts';
import { Patient } from './store.ts';
import { QueueWorker, type WorkerOptions } from './worker.ts';

/** A stream in memory that loses every third hint, gives every fourth twice, and forgets all of them now and then. */
class Unreliable implements Hints {
  readonly #held: Ref[] = [];
  readonly #given = new Set<number>();
  #count = 0;
  most = 20;
  mostHeld = 0;
  async room() {
    const made = ++this.#count % 5 === 0;
    if (made) this.#held.length = 0;
    return { room: Math.max(0, this.most - this.#held.length), made };
  }
  async offer(refs: readonly Ref[]) {
    for (const [i, ref] of refs.entries()) {
      if (this.#held.length >= this.most) return refs.slice(i);
      this.#count++;
      if (this.#count % 3 !== 0) this.#held.push(ref);
      if (this.#count % 4 === 0) this.#held.push(ref);
      this.mostHeld = Math.max(this.mostHeld, this.#held.length);
    }
    return [];
  }
  async next(): Promise<Hint | null> {
    const ref = this.#held.splice(Math.floor(Math.random() * this.#held.length), 1)[0];
    if (ref === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return null;
    }
    const again = this.#given.has(ref.id);
    this.#given.add(ref.id);
    return { ref, again, done: () => undefined, leave: () => void this.#held.push(ref), working: () => undefined };
  }
  async state() {
    return { waiting: this.#held.length, inHand: 0 };
  }
  connected = () => true;
  close = async () => undefined;
}

const options: WorkerOptions = { lanes: 4, tries: 5, beat: 50, grace: 2000, every: 10, patience: 30 };
const line = (text: string, record: number): Task => ({
  kind: 'line',
  bytes: new TextEncoder().encode(JSON.stringify({ id: `n${record}`, text })),
  uri: '/news/a.jsonl',
  record,
});
async function* tasks(count: number): AsyncGenerator<Task> {
  for (let i = 0; i < count; i++) yield line(`Anna said “we go on number ${i}”. Boris met Carl in Kyiv.`, i);
}

let folder: string;
let archive: Archive;
const quiet = () => undefined;
const never = new AbortController().signal;
const watcher = { step: quiet, problem: quiet };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-worker-'));
  archive = await openArchive(join(folder, 'a.db'), { create: true });
});
afterEach(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const fed = (hints: Hints, all: AsyncIterable<Task>, most = 1000) =>
  feed(archive, hints, all, { published: null, most, every: 5 }, new Patient(quiet, never), never, watcher);

async function ended(run: number, worker: QueueWorker, running: Promise<void>) {
  for (;;) {
    const ledger = await archive.queue.ledger(run);
    if (ledger !== null) {
      worker.stop();
      await running;
      return ledger;
    }
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 10)), running]);
  }
}

test('whatever the stream loses or doubles, everything is read, and counted, once', async () => {
  const hints = new Unreliable();
  const { run, queued } = await fed(hints, tasks(120));
  expect(queued).toBe(120);
  const worker = new QueueWorker(archive, hints, read, options, quiet);
  const ledger = await ended(run, worker, worker.run());
  expect(ledger).toEqual({ offered: 120, read: 120, versions: 0, unchanged: 0, duplicate: 0, skipped: {} });
  expect(worker.tally).toMatchObject({ done: 120, failed: 0, underWay: 0 });
  // One may come twice after the other.
  expect(hints.mostHeld).toBeLessThanOrEqual(hints.most + 1);
});

test('no more are in hand than there are lanes, and no more wait than may', async () => {
  let [now, most, mostWaiting] = [0, 0, 0];
  const counted = async (task: Task) => {
    most = Math.max(most, ++now);
    mostWaiting = Math.max(mostWaiting, await archive.queue.waiting());
    await new Promise((resolve) => setTimeout(resolve, 1));
    now--;
    return read(task);
  };
  const hints = new Unreliable();
  const worker = new QueueWorker(archive, hints, counted, options, quiet);
  const running = worker.run();
  const { run } = await fed(hints, tasks(250), 50);
  await ended(run, worker, running);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(options.lanes);
  // A batch of a hundred is brought whole.
  expect(mostWaiting).toBeLessThanOrEqual(150);
});

test('an engine that cannot be opened ends the worker and is no document’s fault', async () => {
  const hints = new Unreliable();
  const { run } = await fed(hints, tasks(5));
  const missing = new ReadoutError('READOUT_MODEL_MISSING', 'There is no network.', 'Install it.');
  const worker = new QueueWorker(archive, hints, () => Promise.reject(missing), options, quiet);
  await expect(worker.run()).rejects.toBe(missing);
  expect(await archive.queue.state(0)).toMatchObject({ waiting: 5, poison: 0 });
  const healthy = new QueueWorker(archive, hints, read, options, quiet);
  expect(await ended(run, healthy, healthy.run())).toMatchObject({ read: 5 });
});

test('what fails every time is set aside, alone; the others are read', async () => {
  const hints = new Unreliable();
  const { run } = await fed(hints, tasks(20));
  let [reading, beside] = [0, 0];
  let tries = 0;
  const failing = async (task: Task) => {
    const own = new TextDecoder().decode(task.kind === 'problem' ? new Uint8Array() : task.bytes).includes('number 7”');
    reading++;
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (own && ++tries > 2) beside = Math.max(beside, reading);
    reading--;
    if (!own) return read(task);
    const error = {
      code: 'READOUT_WORKER_LOST' as const,
      message: 'It died.',
      next: 'Split it.',
      input: { id: null, uri: null, record: 7 },
    };
    return { output: new Uint8Array(), documents: 0, problems: [{ readout: 1 as const, error }] };
  };
  const worker = new QueueWorker(archive, hints, failing, options, quiet);
  expect(await ended(run, worker, worker.run())).toMatchObject({ offered: 20, read: 19, skipped: { READOUT_WORK_SET_ASIDE: 1 } });
  expect(tries).toBeLessThanOrEqual(options.tries);
  expect(beside).toBe(1);
  expect((await archive.queue.state(0)).poisoned).toMatchObject([
    { error: 'READOUT_WORKER_LOST: It died.', about: '{"kind":"line","record":7}' },
  ]);
});

test('while the archive’s disk is full, or its server away, what was read is held; nothing is blamed', async () => {
  const hints = new Unreliable();
  const { run } = await fed(hints, tasks(8));
  let [asked, reads] = [0, 0];
  const full = new ReadoutError('READOUT_OUTPUT_FAILED', 'The disk is full.', 'Make room.');
  const gone = new ReadoutError('READOUT_ARCHIVE_UNREACHABLE', 'It cannot be reached.', 'Look after it.');
  const { queue } = archive;
  const ailing: Archive = {
    ...archive,
    queue: { ...queue, finish: (...of) => (++asked <= 6 ? Promise.reject(asked % 2 === 0 ? full : gone) : queue.finish(...of)) },
  };
  const told: string[] = [];
  const counted = (task: Task) => {
    reads++;
    return read(task);
  };
  const worker = new QueueWorker(ailing, hints, counted, { ...options, patience: 60_000 }, (text) => told.push(text));
  expect(await ended(run, worker, worker.run())).toMatchObject({ offered: 8, read: 8, skipped: {} });
  expect(asked).toBeGreaterThan(8);
  // What was read is kept, and not read again.
  expect(reads).toBeLessThanOrEqual(8 + worker.tally.idle);
  expect(told.join()).toContain('the archive is away');
  expect(told.join()).toContain('the archive is back');
  expect(worker.tally.failed).toBe(0);
});

/** A stream that keeps the order, and gives what a dead worker had in hand to the next one. */
class Faithful implements Hints {
  readonly #held: Ref[] = [];
  readonly #inHand = new Set<Ref>();
  readonly #given = new Set<number>();
  room = async () => ({ room: 1000, made: false });
  offer = async (refs: readonly Ref[]) => {
    this.#held.push(...refs);
    return [];
  };
  next = async (): Promise<Hint | null> => {
    const ref = this.#held.shift();
    if (ref === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return null;
    }
    const again = this.#given.has(ref.id);
    this.#given.add(ref.id);
    this.#inHand.add(ref);
    const leave = () => void (this.#inHand.delete(ref) && this.#held.push(ref));
    return { ref, again, done: () => void this.#inHand.delete(ref), leave, working: () => undefined };
  };
  lost = (): void => {
    this.#held.unshift(...this.#inHand);
    this.#inHand.clear();
  };
  state = async () => ({ waiting: this.#held.length, inHand: this.#inHand.size });
  connected = () => true;
  close = async () => undefined;
}

const forEver = <Result>(): Promise<Result> => new Promise(() => undefined);

/** Works until nothing waits, or the document with KILLS ends the worker: then nothing that it had begun comes to an end. @returns whether it died */
async function life(hints: Faithful, own: WorkerOptions): Promise<boolean> {
  let dead = false;
  const mortal =
    <Given extends unknown[], Result>(work: (...of: Given) => Promise<Result>) =>
    async (...of: Given): Promise<Result> => {
      if (dead) return forEver();
      const result = await work(...of);
      return dead ? forEver() : result;
    };
  const queue = Object.fromEntries(Object.entries(archive.queue).map(([name, work]) => [name, mortal(work)]));
  const mine = { ...archive, known: mortal(archive.known), queue } as unknown as Archive;
  const deadly = mortal(async (task: Task) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (task.kind !== 'problem' && new TextDecoder().decode(task.bytes).includes('KILLS')) dead = true;
    return read(task);
  });
  const worker = new QueueWorker(mine, { ...hints, next: mortal(hints.next) }, deadly, { ...own, grace: 1 }, quiet);
  const running = worker.run();
  while (!dead && (await archive.queue.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  if (dead) hints.lost();
  worker.stop();
  await running;
  return dead;
}

test.each([1, 2, 3, 5])('who was in hand with what ends the worker is never set aside for it, after %i tries', async (tries) => {
  const hints = new Faithful();
  const texts = ['KILLS', ...Array.from({ length: 7 }, (_, i) => `Anna said “we go on number ${i}”.`)];
  async function* all() {
    for (const [i, text] of texts.entries()) yield line(text, i);
  }
  const { run } = await fed(hints, all());
  let deaths = 0;
  while (await life(hints, { ...options, tries, patience: 60_000 })) expect(++deaths).toBeLessThan(10);
  await archive.queue.settle(0);
  expect(await archive.queue.ledger(run)).toMatchObject({ offered: 8, read: 7, skipped: { READOUT_WORK_SET_ASIDE: 1 } });
  expect(deaths).toBe(Math.max(2, tries));
});
