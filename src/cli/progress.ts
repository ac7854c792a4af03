import { isatty } from 'node:tty';
import { say } from './complaint.ts';

/** Tells on standard error how far a long run has come. */
export interface Progress {
  step(documents: number, problems: number): void;
  /** Takes the line away, so that others can write. */
  clear(): void;
}

const silent: Progress = { step: () => undefined, clear: () => undefined };

/** On a terminal a line that renews itself; else a line every half minute. Silent where the readings themselves scroll by. */
export function progressFor(scrolls: boolean, now: () => number = Date.now): Progress {
  if (scrolls) return silent;
  const live = isatty(2) && process.env.TERM !== 'dumb';
  const pace = live ? 250 : 30_000;
  const start = now();
  let last = start;
  let shown = false;
  return {
    step(documents, problems) {
      const time = now();
      if (time - last < pace || (live && time - start < 1000)) return;
      last = time;
      shown = live;
      const rate = (documents / ((time - start) / 1000)).toFixed(1);
      const text = `readout: ${documents} read, ${rate} a second${problems === 0 ? '' : `, ${problems} could not be read`}`;
      say(live ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    clear() {
      if (shown) say('\r\x1b[2K');
      shown = false;
    },
  };
}
