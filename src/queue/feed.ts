import { type Counts, emptyLedger, rightlySkipped, skip } from '../archive/ledger.ts';
import type { Archive } from '../archive/port.ts';
import type { Queued, Ref } from '../archive/queue/queue.ts';
import { offerOf, repeats, type Watcher } from '../ingest/run.ts';
import type { Task } from '../work/task.ts';
import { pause } from './back-off.ts';
import type { Hints } from './hints.ts';
import type { Patient } from './store.ts';
import { queuedOf } from './task.ts';

export interface FeedOptions {
  /** Date of publication where nothing else tells it. */
  readonly published: string | null;
  /** The most that may wait in the archive: above it the feeding waits. */
  readonly most: number;
  /** Milliseconds between two looks whether it still does. */
  readonly every: number;
}

/** What an ingest brought: what it counted itself, and how many offers wait for workers. */
export interface Fed {
  readonly run: number;
  readonly counts: Counts;
  readonly queued: number;
}

const BATCH = 100;
const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Brings everything that is offered to the archive's queue, and hints to the stream. Only the first has to go well: what the stream does
 * not take, or is away for, a worker's sweep finds in the archive.
 * @param before what is taken as it is, before anything is brought
 */
export async function feed(
  archive: Archive,
  hints: Hints,
  tasks: AsyncIterable<Task>,
  options: FeedOptions,
  store: Patient,
  signal: AbortSignal,
  watcher: Watcher,
  before: (counts: Counts) => Promise<void> = async () => {},
): Promise<Fed> {
  const { queue } = archive;
  const run = await store.ask(() => archive.begin());
  const counts = emptyLedger();
  const again = new Map<string, number>();
  const isAgain = repeats();
  let batch: Queued[] = [];
  let bytes = 0;
  let queued = 0;

  const hint = async (refs: readonly Ref[], room: number): Promise<void> => {
    if (room === 0) return;
    const refused = await hints.offer(refs).catch(() => refs);
    if (refused.length > 0) await store.ask(() => queue.notHinted(refused));
  };
  const send = async (): Promise<void> => {
    const items = batch;
    [batch, bytes] = [[], 0];
    if (items.length === 0) return;
    const there = new Set(
      await store.ask(() =>
        queue.brought(
          run,
          items.map(({ key }) => key),
        ),
      ),
    );
    const fresh: Queued[] = [];
    for (const item of items) {
      if (there.has(item.key)) again.set(item.key, (again.get(item.key) ?? 0) + 1);
      else fresh.push(item);
      there.add(item.key);
    }
    const { room } = hints.connected() ? await hints.room().catch(() => ({ room: 0 })) : { room: 0 };
    const refs = await store.ask(() => queue.add(run, fresh, room >= fresh.length));
    queued += fresh.length;
    await hint(refs, room >= fresh.length ? room : 0);
    while (!signal.aborted && (await store.ask(() => queue.waiting())) > options.most) await pause(options.every, signal);
  };

  await before(counts);
  for await (const task of tasks) {
    if (signal.aborted) break;
    if (task.kind === 'problem') {
      skip(counts, task.problem.error.code);
      if (!rightlySkipped.has(task.problem.error.code)) watcher.problem(task.problem);
    } else {
      const known = await store.ask(() => archive.known(offerOf(task)));
      const seen = isAgain(task);
      if (known === null) {
        batch.push(queuedOf(task, options.published));
        bytes += task.bytes.length;
        if (batch.length >= BATCH || bytes >= BATCH_BYTES) await send();
      } else {
        counts.offered += known;
        counts[seen ? 'duplicate' : 'unchanged'] += known;
      }
    }
    watcher.step({ ...counts, offered: counts.offered + queued + batch.length });
  }
  await send();
  await store.ask(() => queue.fed(run, counts, again));
  return { run, counts, queued };
}
