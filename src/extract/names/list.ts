import type { Signals } from '../../model/signals.ts';
import { type Name, nameSchema } from '../../reading/schema.ts';

const types: ReadonlySet<string> = new Set(nameSchema.shape.type.options);

/** The names of a reading, as the network tagged them. */
export function listNames({ tags, words }: Pick<Signals, 'tags' | 'words'>): Name[] {
  return tags.names.flatMap(({ label, from, to }) => {
    const first = words[from];
    const last = words[to - 1];
    return first && last && types.has(label) ? [{ start: first.start, end: last.end, type: label as Name['type'] }] : [];
  });
}
