import type { Validators } from '../fetch/fetcher.ts';

/** What is remembered of an address between two rounds. */
export interface WatchState {
  /** Of the last answer that was kept. */
  readonly validators: Validators | null;
  /** How often in a row it could not be fetched. */
  readonly failures: number;
  /** Milliseconds since 1970 before which it is not asked. */
  readonly notBefore: number;
}

export const nothingKnown: WatchState = { validators: null, failures: 0, notBefore: 0 };
