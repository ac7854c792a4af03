import { ReadoutError } from '../error.ts';
import { BackOff, pause } from './back-off.ts';
import type { Tell } from './connect.ts';

/** Whether the store is only away, or full, so that the same may go well later. */
export const isAway = (error: unknown): boolean =>
  error instanceof ReadoutError && ['READOUT_ARCHIVE_UNREACHABLE', 'READOUT_ARCHIVE_BUSY', 'READOUT_OUTPUT_FAILED'].includes(error.code);

/** Whether no try will ever go well: an archive that is damaged or newer, an engine that cannot be opened. */
export const isFatal = (error: unknown): boolean =>
  error instanceof ReadoutError && /^READOUT_(?:ARCHIVE_(?:DAMAGED|NEWER)|DATA_MISSING|MODEL_|LEXICON_)/.test(error.code) && !isAway(error);

/** Asks the archive for ever, with longer and longer waits, while it is away. */
export class Patient {
  readonly #tell: Tell;
  readonly #until: AbortSignal;
  #away = false;

  /** @param until from then on nothing is asked twice */
  constructor(tell: Tell, until: AbortSignal) {
    this.#tell = tell;
    this.#until = until;
  }

  get away(): boolean {
    return this.#away;
  }

  async ask<Result>(work: () => Promise<Result>): Promise<Result> {
    for (const wait = new BackOff(); ; ) {
      try {
        const result = await work();
        if (this.#away) this.#tell('the archive is back');
        this.#away = false;
        return result;
      } catch (error) {
        if (!isAway(error) || this.#until.aborted) throw error;
        if (!this.#away) this.#tell(`the archive is away; trying again until it is back: ${(error as Error).message}`);
        this.#away = true;
      }
      await pause(wait.next(), this.#until);
    }
  }
}
