import type { Span } from '../../document/span.ts';
import type { Actor, Event, Quotation, Reading } from '../../reading/schema.ts';
import type { RecordAt } from './correction.ts';

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
const common = (some: readonly Span[], others: readonly Span[]): number =>
  some.reduce((sum, one) => sum + others.reduce((within, other) => within + overlap(one, other), 0), 0);

/** Common characters over all characters of both. */
export function likenessOf(some: readonly Span[], others: readonly Span[]): number {
  const both = common(some, others);
  return both === 0 ? 0 : both / (length(some) + length(others) - both);
}

/** From here on two spans are of one record. */
const ENOUGH = 0.5;

/** The one most like it; null where none is like it enough. */
export function nearest<Thing>(things: readonly Thing[], likeness: (thing: Thing) => number): Thing | null {
  let best: Thing | null = null;
  let most = ENOUGH;
  for (const thing of things) {
    const value = likeness(thing);
    if (value > most || (value === most && best === null)) [best, most] = [thing, value];
  }
  return best;
}

/** Where a record stands in its text. */
export const recordAtOf = (reading: Reading, record: Quotation | Event): RecordAt =>
  'content' in record
    ? { document: reading.document.id, quotation: record.content, cue: record.cue }
    : { document: reading.document.id, event: record.trigger, type: record.type };

/** The record that a correction is about, in whatever reading of its document. */
export function recordAtIn(reading: Reading, at: RecordAt): Quotation | Event | null {
  if ('quotation' in at) {
    // One quotation in another has nearly its words, but not its cue.
    const otherCue = (cue: Span | null) => cue !== null && at.cue !== null && overlap(cue, at.cue) === 0;
    return nearest(reading.quotations, ({ content, cue }) => likenessOf(content, at.quotation) - (otherCue(cue) ? 0.4 : 0));
  }
  const likeness = ({ trigger, type }: Event) => likenessOf([trigger], [at.event]) - (type === at.type ? 0 : 0.25);
  return nearest(reading.events, likeness);
}

/** The actor of a reading that has a mention, or else the name. */
export function actorAtIn(reading: Reading, mention: Span | null, name: string): Actor | null {
  const there =
    mention === null
      ? null
      : nearest(reading.actors, ({ mentions }) => Math.max(0, ...mentions.map((one) => likenessOf([one], [mention]))));
  return there ?? reading.actors.find((actor) => actor.name === name) ?? null;
}
