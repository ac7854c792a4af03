import type { Reading } from '../../../src/reading/schema.ts';

export type Part = 'content' | 'cue' | 'source' | 'trigger' | 'found';

/** A stretch of the text that belongs to a record. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
  /** `direct`, `quad3` …: how it looks beside its part. */
  readonly look: string;
  readonly record: string;
  /** Whether this is where the record's words begin. */
  readonly first: boolean;
}

/** Marks of the records that `shown` lets through. */
export function marksOf(reading: Reading, shown: (record: string) => boolean): readonly Mark[] {
  const quotations = reading.quotations
    .filter(({ id }) => shown(id))
    .flatMap(({ id, kind, content, cue, source }): Mark[] => [
      ...content.map(({ start, end }, at): Mark => ({ start, end, part: 'content', look: kind, record: id, first: at === 0 })),
      ...(cue === null ? [] : [{ ...cue, part: 'cue', look: '', record: id, first: false } as const]),
      ...(source === null ? [] : [{ ...source, part: 'source', look: '', record: id, first: false } as const]),
    ]);
  const events = reading.events
    .filter(({ id }) => shown(id))
    .map(({ id, trigger, quad }): Mark => ({ ...trigger, part: 'trigger', look: `quad${quad}`, record: id, first: true }));
  return [...quotations, ...events].filter(({ start, end }) => start < end);
}
