import type { Put } from './port.ts';

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

/** A ledger while it is written. */
export type Counts = { -readonly [Field in keyof Ledger]: Ledger[Field] } & { skipped: Record<string, number> };

export const emptyLedger = (): Counts => ({ offered: 0, read: 0, versions: 0, unchanged: 0, duplicate: 0, skipped: {} });

/** Counts what was offered and could not be read. */
export function skip(counts: Counts, code: string, times = 1): void {
  counts.offered += times;
  counts.skipped[code] = (counts.skipped[code] ?? 0) + times;
}

/** Counts what was offered and kept. @param again the same came before in this ingest: what is as it was then is a duplicate */
export function countPut(counts: Counts, { fate, version }: Put, again = false): void {
  counts.offered++;
  counts[again && fate === 'unchanged' ? 'duplicate' : fate]++;
  if (version) counts.versions++;
}

/** Reasons for which something is rightly passed over: they are counted, and are no fault that a person must be told of. */
export const rightlySkipped: ReadonlySet<string> = new Set(['READOUT_INPUT_NO_ARTICLE']);

export const skippedOf = ({ skipped }: Ledger): number => Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** How many could not be read though they should have been. */
export const unreadOf = ({ skipped }: Ledger): number =>
  Object.entries(skipped).reduce((sum, [code, count]) => sum + (rightlySkipped.has(code) ? 0 : count), 0);

export const addsUp = (ledger: Ledger): boolean =>
  ledger.offered === ledger.read + ledger.unchanged + ledger.duplicate + skippedOf(ledger) && ledger.versions <= ledger.read;
