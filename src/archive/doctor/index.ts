import type { Driver } from '../driver.ts';
import type { CheckUp, Finding } from '../port.ts';
import type { Check } from './check.ts';
import { ledgersCheck } from './ledgers.ts';
import { looseCheck } from './loose.ts';
import { originalsCheck } from './originals.ts';
import { peopleCheck } from './people.ts';
import { readingsCheck } from './readings.ts';
import { recordsCheck } from './records.ts';
import { storeCheck } from './store.ts';
import { storiesCheck } from './stories.ts';
import { wordsCheck } from './words.ts';

/** From the ground up: what a later check looks at has been looked at by the earlier. */
export const checks: readonly Check[] = [
  storeCheck,
  looseCheck,
  originalsCheck,
  readingsCheck,
  recordsCheck,
  wordsCheck,
  storiesCheck,
  peopleCheck,
  ledgersCheck,
];

/** Asks every question; with `repair` mends what can be mended as it is found, so that later checks see it whole. */
export async function checkUp(driver: Driver, { repair }: { readonly repair: boolean }): Promise<CheckUp> {
  const findings: Finding[] = [];
  for (const { name, look } of checks) {
    for await (const { about, message, mend, next } of look(driver)) {
      if (repair) await mend?.();
      const repaired = repair && mend !== undefined && next === undefined;
      findings.push({ check: name, about, message: repair && next !== undefined ? `${message} ${next}` : message, repaired });
    }
  }
  return { checks: checks.map(({ name }) => name), findings };
}
