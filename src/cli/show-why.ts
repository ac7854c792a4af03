import { openEngine } from '../engine.ts';
import type { Decision } from '../extract/why.ts';
import type { Reading } from '../reading/schema.ts';
import { documentOf } from '../work/again.ts';

/**
 * Reads a kept text once more, with the engine that is here, to tell what decided. @param local only this record's decisions
 * @returns the decisions, and whether that engine read it as it is kept: another may have decided otherwise
 */
export async function whyOf(
  reading: Reading,
  local: string | null,
): Promise<{ readonly decisions: readonly Decision[]; readonly same: boolean }> {
  const again = await (await openEngine({})).read(documentOf(reading), { why: true });
  const decisions = again.decisions.filter(({ record }) => local === null || record === local);
  const records = ({ quotations, events }: Reading) => JSON.stringify([quotations, events]);
  return { decisions, same: records(again.reading) === records(reading) };
}
