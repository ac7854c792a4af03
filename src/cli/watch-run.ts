import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../archive/ledger.ts';
import { archiveName } from '../archive/open.ts';
import { openFetcher } from '../fetch/fetcher.ts';
import { asItIs } from '../ingest/as-it-is.ts';
import type { Watcher } from '../ingest/run.ts';
import { ChangedFiles } from '../watch/changed-files.ts';
import type { Asked } from '../watch/polite-get.ts';
import { round, type Watch } from '../watch/round.ts';
import { unreadable } from '../work/perform.ts';
import { Pool } from '../work/pool.ts';
import type { Settings, Task } from '../work/task.ts';
import { withArchive } from './archive.ts';
import { complain, say } from './complaint.ts';
import { closing, exits } from './exit.ts';
import { fetcherOptions } from './fetch-flags.ts';
import { type IngestChoices, ledgerText, limitsOf, settingsOf } from './ingest-run.ts';
import { writeOut } from './output.ts';

/** The flags of `readout watch`, as parsed. */
export interface WatchChoices extends IngestChoices {
  /** Milliseconds. */
  readonly every: number;
  readonly once?: boolean;
}

/** So many are told one by one in each round; the ledger counts them all. */
const MOST_TOLD = 20;
const TASKS_EACH = 8;
const MOST_BYTES = 32 * 1024 * 1024;

const asJson = (at: string, ledger: Ledger, asked: Asked): string => `${JSON.stringify({ at, ...ledger, ...asked })}\n`;

function asText(at: string, ledger: Ledger, { notModified, waiting }: Asked): string {
  const also = [...(notModified === 0 ? [] : [`${notModified} not modified`]), ...(waiting === 0 ? [] : [`${waiting} left alone for now`])];
  const [first, ...reasons] = ledgerText(ledger).split('\n');
  return [`${at}  ${first}${also.length === 0 ? '' : `; ${also.join(', ')}`}`, ...reasons].join('\n');
}

/** Tells what could not be read. */
function telling(): { readonly watcher: Watcher; problems(): number } {
  let problems = 0;
  const watcher: Watcher = {
    step: () => undefined,
    problem({ error }) {
      if (problems++ < MOST_TOLD) complain(error, error.input.uri ?? error.input.id);
    },
  };
  return { watcher, problems: () => problems };
}

/** One round with workers of its own: between two rounds none waits with a network in its memory. @returns how many could not be read */
async function oneRound(watch: Watch, size: number, settings: Settings, json: boolean): Promise<number> {
  const pool = new Pool(new URL('../work/worker.js', import.meta.url), size, settings);
  const close = () => pool.close();
  closing.add(close);
  const read = async (task: Task) => (task.kind === 'problem' ? unreadable(task.problem, settings.to) : (asItIs(task) ?? pool.run(task)));
  const { watcher, problems } = telling();
  const at = new Date().toISOString().replace(/\.\d+/, '');
  try {
    const { ledger, asked } = await round(watch, read, watcher);
    if (problems() > MOST_TOLD) say(`readout: ${problems() - MOST_TOLD} more could not be read\n`);
    await writeOut(new TextEncoder().encode((json ? asJson : asText)(at, ledger, asked)));
  } finally {
    closing.delete(close);
    await close();
  }
  return problems();
}

/** Looks through the sources round after round. @returns the exit code, with --once; else it ends only when it is ended */
export async function watchRun(names: readonly string[], choices: WatchChoices): Promise<number> {
  const size = choices.workers ?? availableParallelism();
  const settings = settingsOf(choices);
  return withArchive(choices.archive, { create: true }, async (archive) => {
    const watch: Watch = {
      names,
      own: archiveName(choices.archive),
      archive,
      fetcher: openFetcher(fetcherOptions(choices)),
      files: new ChangedFiles(),
      limits: limitsOf(choices),
      follow: choices.follow ?? false,
      window: { tasks: size * TASKS_EACH, bytes: MOST_BYTES },
      every: choices.every,
      now: Date.now,
    };
    for (;;) {
      const start = Date.now();
      const problems = await oneRound(watch, size, settings, choices.json ?? false);
      if (choices.once) return problems === 0 ? exits.done : exits.someUnread;
      await sleep(Math.max(1000, start + choices.every - Date.now()));
    }
  });
}
