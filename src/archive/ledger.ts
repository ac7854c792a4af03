/** What became of everything that was offered. `read + unchanged + duplicate + skipped` is `offered`. */
export interface Ledger {
  readonly offered: number;
  readonly read: number;
  /** Those of `read` at whose address another text stood before. */
  readonly versions: number;
  readonly unchanged: number;
  readonly duplicate: number;
  /** How many could not be read, by the code of the reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Reasons for which something is rightly passed over: they are counted, and are no fault that a person must be told of. */
export const rightlySkipped: ReadonlySet<string> = new Set(['READOUT_INPUT_NO_ARTICLE']);

export const skippedOf = ({ skipped }: Ledger): number => Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** How many could not be read though they should have been. */
export const unreadOf = ({ skipped }: Ledger): number =>
  Object.entries(skipped).reduce((sum, [code, count]) => sum + (rightlySkipped.has(code) ? 0 : count), 0);

export const addsUp = (ledger: Ledger): boolean =>
  ledger.offered === ledger.read + ledger.unchanged + ledger.duplicate + skippedOf(ledger) && ledger.versions <= ledger.read;
