import type { Decision } from '../extract/why.ts';
import type { Reading } from './schema.ts';

/**
 * Decisions under the ids of the reading. Stages know no ids yet: they name a quotation by a content's start (`content@120`, or `120`)
 * and an event by its trigger's (`trigger@44`), places and times by theirs (`place@12`, `time@30`). What became no record keeps its place as its name.
 */
export function underIds(decisions: readonly Decision[], reading: Reading): readonly Decision[] {
  const ids = new Map<string, string>();
  for (const { id, content } of reading.quotations)
    for (const { start } of content) for (const name of [`content@${start}`, String(start)]) if (!ids.has(name)) ids.set(name, id);
  for (const { id, trigger } of reading.events) ids.set(`trigger@${trigger.start}`, id);
  for (const { id, start } of reading.places) ids.set(`place@${start}`, id);
  for (const { id, start } of reading.times) ids.set(`time@${start}`, id);
  return decisions.map((decision) => ({ ...decision, record: ids.get(decision.record) ?? decision.record }));
}
