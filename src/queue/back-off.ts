import { setTimeout as sleep } from 'node:timers/promises';

const FIRST = 100;
const LONGEST = 10_000;

/** Longer and longer waits, in milliseconds, each by chance a little shorter or longer, so that a hundred workers do not knock all at once. */
export class BackOff {
  #next = FIRST;

  /** The next wait. */
  next(): number {
    const wait = this.#next;
    this.#next = Math.min(LONGEST, wait * 2);
    return wait * (0.5 + Math.random());
  }

  reset(): void {
    this.#next = FIRST;
  }
}

/** Waits, but no longer than until the signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
