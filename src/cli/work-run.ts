import { availableParallelism } from 'node:os';
import { archiveName, openArchive } from '../archive/open.ts';
import type { QueueState } from '../archive/queue/queue.ts';
import { ReadoutError } from '../error.ts';
import type { Read } from '../ingest/run.ts';
import { BackOff, pause } from '../queue/back-off.ts';
import { openHints, type Tell } from '../queue/connect.ts';
import { serveMetrics } from '../queue/metrics.ts';
import { Patient } from '../queue/store.ts';
import { QueueWorker } from '../queue/worker.ts';
import { unreadable } from '../work/perform.ts';
import { Pool } from '../work/pool.ts';
import { say } from './complaint.ts';
import { exits } from './exit.ts';
import { settingsOf } from './ingest-run.ts';
import { type NatsChoices, natsUrl, streamOptions } from './nats-flags.ts';
import { signalled } from './signalled.ts';

/** The flags of `readout work`, as parsed. */
export interface WorkChoices extends NatsChoices {
  readonly archive?: string;
  readonly workers?: number;
  readonly lexicon?: string;
  readonly tries?: number;
  /** Port; 0 for one that is free. */
  readonly metrics?: number;
  readonly metricsHost?: string;
  /** Seconds. */
  readonly grace?: number;
}

const told: Tell = (text) => say(`readout: ${text}\n`);

/** Milliseconds between two looks at how the whole queue stands, for the metrics. */
const LOOK = 5000;

/** Everything that reads, and how to let go of it. */
export interface Reader {
  readonly read: Read;
  close(): Promise<void>;
}

function pooled(choices: WorkChoices, size: number): Reader {
  const settings = settingsOf(choices);
  const pool = new Pool(new URL('../work/worker.js', import.meta.url), size, settings);
  return {
    read: async (task) => (task.kind === 'problem' ? unreadable(task.problem, settings.to) : pool.run(task)),
    close: () => pool.close(),
  };
}

/** Connects to NATS, however long that takes. @returns null where it is stopped before */
async function connected(choices: WorkChoices, tell: Tell, signal: AbortSignal) {
  const url = natsUrl(choices);
  let wasTold = false;
  for (const wait = new BackOff(); !signal.aborted; ) {
    try {
      return await openHints(url, streamOptions(choices), tell);
    } catch (error) {
      if (!(error instanceof ReadoutError && error.code === 'READOUT_WORK_UNREACHABLE')) throw error;
      if (!wasTold) tell(`${error.message} Trying again until it is there.`);
      wasTold = true;
    }
    await pause(wait.next(), signal);
  }
  return null;
}

/**
 * Works until it is told to stop.
 * @param reader what reads, in place of the network; for tests
 * @returns the exit code
 */
export async function workRun(choices: WorkChoices, reader?: (size: number) => Reader, tell: Tell = told): Promise<number> {
  natsUrl(choices);
  const size = choices.workers ?? availableParallelism();
  const stop = new AbortController();
  const { signal } = stop;
  const signals = signalled().then((code) => {
    stop.abort();
    return code;
  });
  const stopped = (): Promise<number> => signals;

  const store = new Patient(tell, signal);
  const archive = await store
    .ask(() => openArchive(archiveName(choices.archive), { create: true }))
    .catch((error) => {
      if (signal.aborted) return null;
      throw error;
    });
  if (archive === null) return stopped();
  const hints = await connected(choices, tell, signal);
  if (hints === null) {
    await archive.close();
    return stopped();
  }
  const { answerWithin } = streamOptions(choices);
  const { read, close } = (reader ?? ((threads) => pooled(choices, threads)))(size);
  const worker = new QueueWorker(
    archive,
    hints,
    read,
    {
      // One being read and one ready for each thread: no thread waits while another document is fetched and kept.
      lanes: size * 2,
      tries: choices.tries ?? 5,
      beat: answerWithin / 3,
      grace: (choices.grace ?? 25) * 1000,
      every: Math.min(2000, answerWithin / 2),
      patience: answerWithin * 2,
    },
    tell,
  );
  let state: QueueState | null = null;
  const look = setInterval(() => {
    if (choices.metrics === undefined) return;
    archive.queue.state(Date.now() - 60_000).then(
      (now) => (state = now),
      () => undefined,
    );
  }, LOOK);
  const stopping = (): void => {
    tell('stopping: what is in hand is kept first');
    worker.stop();
  };
  // The word may have come while the archive and the stream were opened: nobody says it twice.
  if (signal.aborted) stopping();
  else signal.addEventListener('abort', stopping);
  try {
    const metrics =
      choices.metrics === undefined
        ? null
        : await serveMetrics(choices.metricsHost ?? '127.0.0.1', choices.metrics, () => ({
            ...{ tally: worker.tally, natsUp: hints.connected(), archiveUp: !worker.archiveAway, state },
          }));
    if (metrics !== null) tell(`metrics at http://${choices.metricsHost ?? '127.0.0.1'}:${metrics.port}/metrics`);
    tell(`${size} ${size === 1 ? 'reader' : 'readers'} at work`);
    try {
      await worker.run();
    } finally {
      metrics?.close();
    }
  } finally {
    clearInterval(look);
    await hints.close();
    await close();
    await archive.close();
  }
  return signal.aborted ? stopped() : exits.done;
}
