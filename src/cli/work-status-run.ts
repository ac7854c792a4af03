import type { QueueState } from '../archive/queue/queue.ts';
import { openHints, unreachable } from '../queue/connect.ts';
import { withArchive } from './archive.ts';
import { say } from './complaint.ts';
import { exits } from './exit.ts';
import { timeText } from './ingest-progress.ts';
import { type NatsChoices, streamOptions } from './nats-flags.ts';
import { writeOut } from './output.ts';

/** The flags of `readout work status`, as parsed. */
export interface StatusChoices extends NatsChoices {
  readonly archive?: string;
  readonly json?: boolean;
}

/** Seconds over which the rate is taken. */
const OVER = 60;

/** How the work stands, as told. */
export interface Status {
  /** Documents of the queue that wait or are in hand. */
  readonly lag: number;
  /** A second, over the last minute. */
  readonly rate: number;
  /** Seconds until nothing waits, at this rate; null where nothing is done. */
  readonly left: number | null;
  readonly since: string | null;
  readonly ingests: number;
  readonly setAside: QueueState['poisoned'];
  readonly setAsideInAll: number;
  /** Null where no NATS server is named, it cannot be reached, or holds no such stream: what waits stands in the archive all the same. */
  readonly stream: { readonly waiting: number; readonly inHand: number } | null;
}

export function statusOf({ waiting, done, since, open, poison, poisoned }: QueueState, stream: Status['stream']): Status {
  const rate = Number((done / OVER).toFixed(2));
  return {
    ...{ lag: waiting, rate, left: waiting === 0 ? 0 : rate === 0 ? null : Math.round(waiting / (done / OVER)) },
    ...{ since, ingests: open, setAside: poisoned, setAsideInAll: poison, stream },
  };
}

export function statusText({ lag, rate, left, since, ingests, setAside, setAsideInAll, stream }: Status): string {
  const time = left === null ? 'nothing was done in the last minute' : left === 0 ? 'nothing is left to do' : `${timeText(left)} left`;
  const lines = [
    `${lag} to do${ingests === 0 ? '' : `, of ${ingests} ${ingests === 1 ? 'ingest' : 'ingests'}`}${since === null ? '' : `, the oldest since ${since}`}`,
    `${rate.toFixed(1)} a second over the last minute; ${time}`,
    ...(stream === null ? [] : [`the stream holds ${stream.waiting} hints; ${stream.inHand} are in hand`]),
    `${setAsideInAll} set aside`,
    ...setAside.map(({ id, uri, about, tries, error }) => {
      const record = (JSON.parse(about) as { record?: number | null }).record;
      const place = `${uri ?? 'standard input'}${typeof record === 'number' ? `, record ${record}` : ''}`;
      return `  ${id}  ${place}: ${error} (${tries} tries)`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** @throws ReadoutError READOUT_USAGE */
async function streamState(choices: StatusChoices): Promise<Status['stream']> {
  const url = choices.nats ?? process.env.READOUT_NATS;
  if (!url) return null;
  try {
    const hints = await openHints(url, streamOptions(choices), () => undefined);
    try {
      return await hints.state();
    } finally {
      await hints.close();
    }
  } catch (error) {
    const { code, message } = unreachable(url, error);
    if (code === 'READOUT_USAGE') throw error;
    // The archive, which is the truth of it, still tells how the work stands.
    say(`readout: ${message}\n`);
    return null;
  }
}

/** Tells how the work stands. @returns the exit code */
export async function workStatusRun(choices: StatusChoices): Promise<number> {
  return withArchive(choices.archive, { create: false }, async (archive) => {
    const status = statusOf(await archive.queue.state(Date.now() - OVER * 1000), await streamState(choices));
    await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(status)}\n` : statusText(status)));
    return exits.done;
  });
}

/** Has what was set aside tried again. @returns the exit code */
export async function workRetryRun(choices: StatusChoices): Promise<number> {
  return withArchive(choices.archive, { create: false }, async (archive) => {
    const given = await archive.queue.retry();
    await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify({ retried: given })}\n` : `${given} to be tried again\n`));
    return exits.done;
  });
}
