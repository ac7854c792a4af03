import { availableParallelism } from 'node:os';
import { type Ledger, skippedOf } from '../archive/ledger.ts';
import { archiveName } from '../archive/open.ts';
import { openFetcher } from '../fetch/fetcher.ts';
import { asItIs } from '../ingest/as-it-is.ts';
import { type Limits, usualLimits } from '../ingest/limits.ts';
import { ingest } from '../ingest/run.ts';
import { type Source, sourcesOf } from '../ingest/sources.ts';
import { sorted, takeAll } from '../ingest/take-all.ts';
import { tasksOf } from '../ingest/tasks.ts';
import { unreadable } from '../work/perform.ts';
import { Pool } from '../work/pool.ts';
import type { Settings, Task } from '../work/task.ts';
import { withArchive } from './archive.ts';
import { closing, exits } from './exit.ts';
import { type FetchChoices, fetcherOptions } from './fetch-flags.ts';
import { watchIngest } from './ingest-watch.ts';
import { writeOut } from './output.ts';

/** The flags of `readout ingest`, as parsed. */
export interface IngestChoices extends FetchChoices {
  readonly archive?: string;
  readonly json?: boolean;
  readonly workers?: number;
  readonly lexicon?: string;
  readonly published?: string;
  readonly follow?: boolean;
  readonly mostBytes?: number;
  readonly mostRatio?: number;
  readonly mostEntries?: number;
  readonly mostDepth?: number;
}

const TASKS_EACH = 8;
const MOST_BYTES = 32 * 1024 * 1024;

export const limitsOf = (choices: IngestChoices): Limits => ({
  bytes: choices.mostBytes ?? usualLimits.bytes,
  ratio: choices.mostRatio ?? usualLimits.ratio,
  entries: choices.mostEntries ?? usualLimits.entries,
  depth: choices.mostDepth ?? usualLimits.depth,
});

/** A form of output that carries whole readings. */
export const settingsOf = ({ lexicon, published }: IngestChoices): Settings => ({
  lexicon: lexicon ?? null,
  published: published ?? null,
  to: 'jsonl',
  options: { view: 'quotations', why: false, width: 80, colour: false },
});

/** All files before the first is read: the time that is left is reckoned by their sizes. */
export async function listed(names: readonly string[], archive: string): Promise<{ sources: readonly Source[]; bytes: number }> {
  const sources: Source[] = [];
  let bytes = 0;
  for await (const source of sourcesOf(names, archive)) {
    sources.push(source);
    if ('size' in source) bytes += source.size;
  }
  return { sources, bytes };
}

export function ledgerText(ledger: Ledger): string {
  const reasons = Object.entries(ledger.skipped)
    .sort()
    .map(([code, count]) => `  ${code} ${count}\n`);
  const versions = ledger.versions === 0 ? '' : ` (${ledger.versions} of them new versions)`;
  return `offered ${ledger.offered} = read ${ledger.read}${versions} + unchanged ${ledger.unchanged} + duplicate ${ledger.duplicate} + skipped ${skippedOf(ledger)}\n${reasons.join('')}`;
}

/** Reads everything and keeps it. @returns the exit code */
export async function ingestRun(names: readonly string[], choices: IngestChoices): Promise<number> {
  const settings = settingsOf(choices);
  const size = choices.workers ?? availableParallelism();
  const { sources, bytes } = await listed(names, archiveName(choices.archive));
  const { toRead, toTake } = await sorted(sources);
  const pool = new Pool(new URL('../work/worker.js', import.meta.url), size, settings);
  const run = async (task: Task) => (task.kind === 'problem' ? unreadable(task.problem, settings.to) : (asItIs(task) ?? pool.run(task)));
  const watched = watchIngest(bytes);
  return withArchive(choices.archive, { create: true }, async (archive) => {
    closing.add(() => pool.close());
    const fetcher = openFetcher(fetcherOptions(choices));
    const get = (address: string) => fetcher.fetch(address);
    const tasks = tasksOf(toRead, get, limitsOf(choices), (some) => watched.progress.read(some), choices.follow ? get : null);
    const ledger = await ingest(archive, tasks, run, { tasks: size * TASKS_EACH, bytes: MOST_BYTES }, watched, (counts) =>
      takeAll(archive, toTake, counts, watched),
    );
    const problems = watched.end();
    await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(ledger)}\n` : ledgerText(ledger)));
    return problems === 0 ? exits.done : exits.someUnread;
  });
}
