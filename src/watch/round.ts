import type { Ledger } from '../archive/ledger.ts';
import type { Archive } from '../archive/port.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Limits } from '../ingest/limits.ts';
import { ingest, type Read, type Watcher } from '../ingest/run.ts';
import { sourcesOf } from '../ingest/sources.ts';
import { sorted, takeAll } from '../ingest/take-all.ts';
import { tasksOf } from '../ingest/tasks.ts';
import type { Window } from '../work/carry.ts';
import type { ChangedFiles } from './changed-files.ts';
import { type Asked, politeGet } from './polite-get.ts';

/** All that a round needs and the next one too. */
export interface Watch {
  readonly names: readonly string[];
  /** The archive's own file, which is never offered. */
  readonly own: string;
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  readonly files: ChangedFiles;
  readonly limits: Limits;
  /** Whether items of feeds are read from the pages that they link to. */
  readonly follow: boolean;
  readonly window: Window;
  /** Milliseconds between two rounds. */
  readonly every: number;
  readonly now: () => number;
}

/** Faults of Readout and not of what was read: the same bytes may well be read the next time. */
const passing: ReadonlySet<string> = new Set(['READOUT_WORKER_LOST', 'READOUT_INTERNAL']);

/** Looks through all sources once and keeps what is new. */
export async function round(watch: Watch, read: Read, watcher: Watcher): Promise<{ readonly ledger: Ledger; readonly asked: Asked }> {
  const { archive, limits } = watch;
  const polite = politeGet(watch.fetcher, archive, watch.every, watch.now);
  const named = [];
  for await (const source of sourcesOf(watch.names, watch.own)) named.push(source);
  const { changed, taken } = await watch.files.among(named);
  const { toTake } = await sorted(changed.filter((source) => !('address' in source)));
  const toRead = changed.filter((source) => 'address' in source || !toTake.includes(source.path));
  const noting: Watcher = {
    step: (ledger) => watcher.step(ledger),
    problem(problem) {
      const { code, input } = problem.error;
      if (passing.has(code) && input.uri !== null) polite.lost(input.uri);
      watcher.problem(problem);
    },
  };
  const tasks = tasksOf(toRead, polite.get, limits, () => undefined, watch.follow ? polite.once : null);
  const ledger = await ingest(archive, tasks, read, watch.window, noting, (counts) => takeAll(archive, toTake, counts, noting));
  await polite.remember();
  taken();
  return { ledger, asked: polite.asked() };
}
