import { ReadoutError } from '../error.ts';
import { RetryAfter } from '../fetch/faults.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What no request was made for, and what a flag may change: asking again costs nobody anything. */
const ours: ReadonlySet<string> = new Set(['READOUT_FETCH_ADDRESS', 'READOUT_FETCH_REFUSED']);

/**
 * When an address that failed is asked again: when its server says; else once more in the next round, then each time after twice as long,
 * up to a day.
 * @param failures in a row, with this one
 * @param every milliseconds between two rounds
 */
export function askAgain(error: unknown, failures: number, every: number, now: number): number {
  if (error instanceof ReadoutError && error.cause instanceof RetryAfter) return error.cause.at;
  return failures < 2 || (error instanceof ReadoutError && ours.has(error.code))
    ? now
    : now + Math.min(DAY, every * 2 ** Math.min(failures - 2, 20));
}
