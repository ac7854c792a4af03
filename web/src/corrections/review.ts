import type { Asked } from '../../../src/archive/corrections/asked.ts';
import type { Kept } from '../../../src/archive/corrections/correction.ts';
import type { Event, Quotation } from '../../../src/reading/schema.ts';

/** What a reader may say about the records of a kept article; a reading that nobody kept has none. */
export interface Review {
  /** The standing corrections by the record's id in the reading. */
  readonly kept: ReadonlyMap<string, readonly Kept[]>;
  /** Those whose record is no longer there. */
  readonly rejected: readonly Kept[];
  /** As the archive knows it. */
  readonly idOf: (record: string) => string;
}

type Flags = Readonly<Record<string, boolean | string>>;

/** Of a record, what the form changes; the names are those of the correction's flags. */
export interface Draft {
  readonly speakers: readonly string[];
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly type: string;
  readonly flags: Flags;
}

export const draftOf = (record: Quotation | Event): Draft =>
  'content' in record
    ? {
        ...{ speakers: record.speakers, actor: [], recipient: [], type: '' },
        flags: { denied: record.denied, hedged: record.hedged, stance: record.stance },
      }
    : {
        ...{ speakers: [], actor: record.actor, recipient: record.recipient, type: record.type },
        flags: { negated: record.negated, hypothetical: record.hypothetical, future: record.future, historical: record.historical },
      };

const same = (some: readonly string[], others: readonly string[]): boolean => some.join('\0') === others.join('\0');

/** What has to be corrected so that a record is as the draft has it; nothing for what stays. */
export function askedOf(id: string, record: Quotation | Event, draft: Draft): readonly Asked[] {
  const before = draftOf(record);
  const asked: Asked[] = [];
  if ('content' in record) {
    if (!same(before.speakers, draft.speakers)) asked.push({ what: 'speaker', record: id, who: [...draft.speakers] });
  } else {
    if (before.type !== draft.type) asked.push({ what: 'type', record: id, type: draft.type as Event['type'] });
    for (const what of ['actor', 'recipient'] as const)
      if (!same(before[what], draft[what])) asked.push({ what, record: id, who: [...draft[what]] });
  }
  const flags = Object.fromEntries(Object.entries(draft.flags).filter(([flag, value]) => before.flags[flag] !== value));
  if (Object.keys(flags).length > 0) asked.push({ what: 'flags', record: id, flags });
  return asked;
}

/** The corrections of a document, by the records that are there. */
export function reviewOf(records: ReadonlySet<string>, corrections: readonly Kept[], idOf: Review['idOf']): Review {
  const kept = new Map<string, Kept[]>();
  const rejected: Kept[] = [];
  for (const one of corrections) {
    const local = one.record?.split(':').at(-1);
    if (local !== undefined && records.has(local)) kept.set(local, [...(kept.get(local) ?? []), one]);
    // What else was said of a record that is taken out is told again when it is back.
    else if (one.correction.what === 'reject' || !one.placed) rejected.push(one);
  }
  return { kept, rejected, idOf };
}
