import { isatty } from 'node:tty';
import { move, type Step } from '../archive/move/index.ts';
import { openDriver } from '../archive/open.ts';
import { say } from './complaint.ts';
import { closing, exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout migrate`, as parsed. */
export interface MigrateChoices {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** On a terminal a line that renews itself; else a line every half minute. */
function progress(live = isatty(2) && process.env.TERM !== 'dumb'): { readonly step: Step; clear(): void } {
  const pace = live ? 250 : 30_000;
  let [last, shown] = [Date.now(), false];
  return {
    step(what, done) {
      if (Date.now() - last < pace) return;
      last = Date.now();
      shown = live;
      const text = what === 'indexed' || what === 'compared' ? `${done} ${what}` : `${done} ${what} copied`;
      say(live ? `\r\x1b[2Kreadout: ${text}` : `readout: ${text}\n`);
    },
    clear() {
      if (shown) say('\r\x1b[2K');
    },
  };
}

/** Moves an archive and prints what was moved. @returns the exit code */
export async function migrateRun({ from, to, json }: MigrateChoices): Promise<number> {
  const source = await openDriver(from, { create: false });
  closing.add(() => source.close());
  const target = await openDriver(to, { create: true });
  closing.add(() => target.close());
  const { step, clear } = progress();
  const moved = await move(source, target, step).catch((error) => {
    clear();
    throw source.fault(target.fault(error));
  });
  clear();
  const text = `${moved.documents} articles moved; both archives give the same dump, sha256:${moved.sha256}`;
  await writeOut(new TextEncoder().encode(`${json ? JSON.stringify(moved) : text}\n`));
  return exits.done;
}
