import type { Span } from '../../document/span.ts';
import type { Event, Quotation, Reading } from '../../reading/schema.ts';
import { likenessOf } from '../corrections/place.ts';
import { wordsOf } from '../rows.ts';

/** One record that two engines read differently. */
export interface Difference {
  readonly change: 'changed' | 'lost' | 'new';
  /** Its id in the newer reading; null where that has lost it. */
  readonly id: string | null;
  /** Its id in the older one; null where that did not have it. */
  readonly was: string | null;
  readonly words: string;
  /** By field: what it was, and what it is. */
  readonly fields: Readonly<Record<string, readonly [older: unknown, newer: unknown]>>;
}

export interface Comparison {
  readonly same: number;
  readonly differences: readonly Difference[];
}

/** A record with names in the place of ids: those are numbered anew by every engine. */
type Facts = Readonly<Record<string, unknown>>;

const textOf = (text: string, spans: readonly (Span | null)[]) =>
  spans.flatMap((span) => (span === null ? [] : [text.slice(span.start, span.end)])).join(' … ') || null;

function namesIn(reading: Reading): (ids: readonly (string | null)[]) => readonly string[] {
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  return (ids) => ids.flatMap((id) => (id === null ? [] : (names.get(id) ?? []))).sort();
}

function factsOf(reading: Reading, record: Quotation | Event): Facts {
  const { text } = reading.document;
  const names = namesIn(reading);
  if ('content' in record) {
    const { kind, content, cue, speakers, via, denied, hedged, stance } = record;
    const words = textOf(text, content);
    return { words, kind, cue: textOf(text, [cue]), speakers: names(speakers), via: names(via), stance, denied, hedged };
  }
  const { type, mode, trigger, negated, hypothetical, future, historical, date, quad, hedge } = record;
  return {
    trigger: textOf(text, [trigger]),
    ...{ type, mode, quad, date, negated, hypothetical, future, historical },
    hedged: hedge !== null,
    actors: names(record.actor),
    recipients: names(record.recipient),
    saidBy: names([record.saidBy])[0] ?? null,
    place: reading.places.find(({ id }) => id === record.place)?.name ?? null,
  };
}

const spansOf = (record: Quotation | Event): readonly Span[] => ('content' in record ? record.content : [record.trigger]);

/** Pairs the records of one sort that stand in the same words: the likest first, each once. */
function pairs<Thing extends Quotation | Event>(older: readonly Thing[], newer: readonly Thing[]): ReadonlyMap<Thing, Thing> {
  const byStart = [...newer].sort((a, b) => (spansOf(a)[0]?.start ?? 0) - (spansOf(b)[0]?.start ?? 0));
  const near = older.flatMap((one) => {
    const spans = spansOf(one);
    const end = Math.max(...spans.map((span) => span.end));
    const able = byStart.filter((other) => (spansOf(other)[0]?.start ?? 0) < end);
    return able.flatMap((other) => {
      const likeness = likenessOf(spans, spansOf(other));
      return likeness > 0.3 ? [{ one, other, likeness }] : [];
    });
  });
  const found = new Map<Thing, Thing>();
  const taken = new Set<Thing>();
  for (const { one, other } of near.sort((a, b) => b.likeness - a.likeness)) {
    if (found.has(one) || taken.has(other)) continue;
    found.set(one, other);
    taken.add(other);
  }
  return found;
}

function compareSort<Thing extends Quotation | Event>(
  older: Reading,
  newer: Reading,
  was: readonly Thing[],
  is: readonly Thing[],
): Comparison {
  const paired = pairs(was, is);
  const kept = new Set(paired.values());
  const { text } = newer.document;
  const differences: Difference[] = [];
  let same = 0;
  for (const one of was) {
    const other = paired.get(one);
    if (other === undefined) {
      differences.push({ change: 'lost', id: null, was: one.id, words: wordsOf(text, one), fields: {} });
      continue;
    }
    const [before, after] = [factsOf(older, one), factsOf(newer, other)];
    const fields = Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
    if (fields.length === 0) same++;
    else
      differences.push({
        change: 'changed',
        id: other.id,
        was: one.id,
        words: wordsOf(text, other),
        fields: Object.fromEntries(fields.map((field) => [field, [before[field], after[field]] as const])),
      });
  }
  for (const one of is)
    if (!kept.has(one)) differences.push({ change: 'new', id: one.id, was: null, words: wordsOf(text, one), fields: {} });
  return { same, differences };
}

/** What of a document's records another engine reads otherwise. Both readings are of one text. */
export function compare(older: Reading, newer: Reading): Comparison {
  const quotations = compareSort(older, newer, older.quotations, newer.quotations);
  const events = compareSort(older, newer, older.events, newer.events);
  return { same: quotations.same + events.same, differences: [...quotations.differences, ...events.differences] };
}
