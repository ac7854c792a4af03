import { isatty } from 'node:tty';
import { type Ledger, skippedOf } from '../archive/ledger.ts';
import { say } from './complaint.ts';

/** Tells on standard error how far an ingest has come. */
export interface IngestProgress {
  /** Bytes of the sources that have been taken in. */
  read(bytes: number): void;
  step(ledger: Ledger): void;
  clear(): void;
}

/** @example timeText(3725) // '1 h 2 min' */
export function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** On a terminal a line that renews itself; else a line every half minute. @param bytes of all sources, for the time that is left */
export function ingestProgress(
  bytes: number,
  now: () => number = Date.now,
  live = isatty(2) && process.env.TERM !== 'dumb',
): IngestProgress {
  const pace = live ? 250 : 30_000;
  const start = now();
  let [last, taken, shown] = [start, 0, false];
  return {
    read: (some) => void (taken += some),
    step(ledger) {
      const time = now();
      if (time - last < pace || (live && time - start < 1000)) return;
      last = time;
      shown = live;
      const seconds = (time - start) / 1000;
      const skipped = skippedOf(ledger);
      const share = bytes === 0 ? 0 : Math.min(1, taken / bytes);
      const left = share > 0.01 && share < 1 ? `, ${Math.floor(share * 100)} %, ${timeText((seconds / share) * (1 - share))} left` : '';
      const text = `readout: ${ledger.offered} done, ${(ledger.offered / seconds).toFixed(1)} a second${skipped === 0 ? '' : `, ${skipped} skipped`}${left}`;
      say(live ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    clear() {
      if (shown) say('\r\x1b[2K');
      shown = false;
    },
  };
}
