import type { Queue } from '../archive/queue/queue.ts';
import { pause } from './back-off.ts';
import type { Tell } from './connect.ts';
import type { Hints } from './hints.ts';
import { isFatal } from './store.ts';

export interface SweepOptions {
  /** Milliseconds between two sweeps. */
  readonly every: number;
  /** Milliseconds after which what was given to the stream and is not done is given to it again. */
  readonly patience: number;
}

/** So long what is done can still be counted, in milliseconds. */
const KEPT = 3_600_000;

/** Most hints of one look into the archive. */
const ONE_LOOK = 500;

/**
 * Gives the stream what the archive says is unfinished, as far as there is room. What it holds already it does not take twice, so that
 * any number of workers may sweep, as often as they like. @returns how many it took
 */
export async function sweep(queue: Queue, hints: Hints, { patience }: SweepOptions): Promise<number> {
  const { room, made } = await hints.room();
  // A stream that is new has lost what was given to the old one.
  const before = Date.now() - (made ? 0 : patience);
  let offered = 0;
  for (let left = room; left > 0; ) {
    const refs = await queue.toHint(before, Math.min(left, ONE_LOOK));
    const refused = await hints.offer(refs);
    if (refused.length > 0) await queue.notHinted(refused);
    offered += refs.length - refused.length;
    left -= refs.length;
    if (refs.length < ONE_LOOK || refused.length > 0) break;
  }
  return offered;
}

/** Sweeps again and again until the signal. What fails is tried the next time; only what never can go well ends it. */
export async function keepSweeping(queue: Queue, hints: Hints, options: SweepOptions, signal: AbortSignal, tell: Tell): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    try {
      // While the connection is lost it would only wait for an answer that cannot come.
      if (hints.connected()) await sweep(queue, hints, options);
      const ended = await queue.settle(Date.now() - KEPT);
      if (ended > 0) tell(ended === 1 ? 'an ingest has ended' : `${ended} ingests have ended`);
      told = '';
    } catch (error) {
      if (isFatal(error)) throw error;
      const message = error instanceof Error ? error.message : String(error);
      if (message !== told) tell(`no sweep: ${message}`);
      told = message;
    }
    await pause(options.every * (0.75 + Math.random() / 2), signal);
  }
}
