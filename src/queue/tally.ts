import type { Ledger } from '../archive/ledger.ts';

/** What a worker has done since it began, for its metrics. */
export class Tally {
  readonly fates = { read: 0, unchanged: 0, duplicate: 0, skipped: 0 };
  /** Offers: lines, files, pages. */
  done = 0;
  failed = 0;
  setAside = 0;
  /** Hints for what was done already, or that came while the same was in hand. */
  idle = 0;
  underWay = 0;
  /** In seconds, summed: reading, and everything else that an offer costs: asking the archive for it and keeping it. */
  reading = 0;
  keeping = 0;

  count(ledger: Ledger): void {
    this.done++;
    this.fates.read += ledger.read;
    this.fates.unchanged += ledger.unchanged;
    this.fates.duplicate += ledger.duplicate;
    for (const count of Object.values(ledger.skipped)) this.fates.skipped += count;
  }
}
