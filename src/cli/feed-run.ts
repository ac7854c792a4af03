import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../archive/ledger.ts';
import { skippedOf, unreadOf } from '../archive/ledger.ts';
import { archiveName } from '../archive/open.ts';
import type { Archive } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { openFetcher } from '../fetch/fetcher.ts';
import { sorted, takeAll } from '../ingest/take-all.ts';
import { tasksOf } from '../ingest/tasks.ts';
import { openHints, unreachable } from '../queue/connect.ts';
import { type Fed, feed } from '../queue/feed.ts';
import type { Hints } from '../queue/hints.ts';
import { Patient } from '../queue/store.ts';
import { keepSweeping } from '../queue/sweep.ts';
import { withArchive } from './archive.ts';
import { say } from './complaint.ts';
import { exits } from './exit.ts';
import { fetcherOptions } from './fetch-flags.ts';
import { type IngestChoices, ledgerText, limitsOf, listed } from './ingest-run.ts';
import { watchIngest } from './ingest-watch.ts';
import { type NatsChoices, natsUrl, streamOptions } from './nats-flags.ts';
import { writeOut } from './output.ts';

/** The flags of `readout ingest --to nats`, as parsed. */
export interface FeedChoices extends IngestChoices, NatsChoices {
  readonly wait?: boolean;
  readonly mostWaiting?: number;
}

const LOOK = 500;

const fedText = ({ run, counts, queued }: Fed): string =>
  `ingest ${run}: ${queued} wait for workers, unchanged ${counts.unchanged}, duplicate ${counts.duplicate}, read ${counts.read}, skipped ${skippedOf(counts)}\n`;

async function ended(archive: Archive, hints: Hints, store: Patient, run: number, every: number): Promise<Ledger> {
  const done = new AbortController();
  const tell = (text: string) => say(`readout: ${text}\n`);
  const sweeping = keepSweeping(archive.queue, hints, { every, patience: every * 4 }, done.signal, tell);
  try {
    for (;;) {
      const ledger = await Promise.race([store.ask(() => archive.queue.ledger(run)), sweeping.then(() => null)]);
      if (ledger !== null) return ledger;
      await sleep(LOOK);
    }
  } finally {
    done.abort();
    await sweeping.catch(() => undefined);
  }
}

/** Brings everything to the queue. @returns the exit code */
export async function feedRun(names: readonly string[], choices: FeedChoices): Promise<number> {
  if (choices.lexicon !== undefined)
    throw new ReadoutError('READOUT_USAGE', 'A lexicon is for those who read.', 'Give --lexicon to readout work.');
  const url = natsUrl(choices);
  const stream = streamOptions(choices);
  const { sources, bytes } = await listed(names, archiveName(choices.archive));
  const { toRead, toTake } = await sorted(sources);
  const tell = (text: string) => say(`readout: ${text}\n`);
  const never = new AbortController().signal;
  const store = new Patient(tell, never);
  const watched = watchIngest(bytes);
  return withArchive(choices.archive, { create: true }, async (archive) => {
    const hints = await openHints(url, stream, tell);
    try {
      // Whatever fails later is tried again; what fails at once is a mistake that should be told.
      await hints.room().catch((error) => Promise.reject(unreachable(url, error)));
      const fetcher = openFetcher(fetcherOptions(choices));
      const tasks = tasksOf(
        toRead,
        (address) => fetcher.fetch(address),
        limitsOf(choices),
        (some) => watched.progress.read(some),
      );
      const options = { published: choices.published ?? null, most: choices.mostWaiting ?? 50_000, every: 1000 };
      const fed = await feed(archive, hints, tasks, options, store, never, watched, (counts) => takeAll(archive, toTake, counts, watched));
      const problems = watched.end();
      if (!choices.wait) {
        const { run, queued, counts } = fed;
        await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify({ run, queued, ...counts })}\n` : fedText(fed)));
        return problems === 0 ? exits.done : exits.someUnread;
      }
      const ledger = await ended(archive, hints, store, fed.run, Math.min(2000, stream.answerWithin / 2));
      await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(ledger)}\n` : ledgerText(ledger)));
      return unreadOf(ledger) === 0 ? exits.done : exits.someUnread;
    } finally {
      await hints.close();
    }
  });
}
