import { type Span, slice } from '../document/span.ts';
import type { Actor, Event, Quotation, Reading } from '../reading/schema.ts';
import { shaOf } from './ids.ts';
import type { PartTable, RecordTable } from './tables.ts';
import { termText } from './terms.ts';

/** What of a record is found by its words. */
export interface SearchWords {
  readonly words: string;
  /** On whose word it is besides is in `said_by`. */
  readonly speaker: string;
  readonly cue: string;
  readonly actor: string;
  readonly recipient: string;
  readonly said_by: string;
  readonly place: string;
}

/** A record as it goes into the tables: its columns, who has part in it (by the reading's ids), and its words. */
export interface RecordRow {
  readonly columns: Omit<RecordTable, 'id' | 'document'>;
  readonly parts: readonly { readonly part: PartTable['part']; readonly seq: number; readonly actor: string }[];
  readonly words: SearchWords;
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** The clause that an event stands in, as a person needs it to understand the trigger; bounded, for texts without stops. */
export function surroundings(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 300);
  const from = Math.max(before.lastIndexOf('\n'), before.search(/[.!?]["”’)]?\s(?![\s\S]*[.!?]["”’)]?\s)/u)) + 1;
  const stop = /[.!?]["”’)]?(?=\s|$)|\n/u.exec(after);
  const span = {
    start: start - before.length + from,
    end: stop === null ? end + after.length : end + stop.index + (stop[0] === '\n' ? 0 : stop[0].length),
  };
  const blank = /^\s*/u.exec(text.slice(span.start, start))?.[0].length ?? 0;
  return { start: span.start + blank, end: span.end };
}

/** A record's words as they stand in the text: the parts of a quotation, or what stands around an event. */
export const wordsOf = (text: string, record: Quotation | Event): string =>
  'content' in record ? record.content.map((part) => slice(text, part)).join(' … ') : slice(text, surroundings(text, record.trigger));

function namesOf(actors: ReadonlyMap<string, Actor>, ids: readonly (string | null)[]): string {
  return termText(
    ...ids.flatMap((id) => (id === null ? [] : [actors.get(id)])).flatMap((actor) => (actor ? [actor.name, actor.country] : [])),
  );
}

function quotationRow(
  quotation: Quotation,
  reading: Reading,
  actors: ReadonlyMap<string, Actor>,
): Omit<RecordRow, 'columns'> & { columns: Omit<RecordRow['columns'], 'seq' | 'code'> } {
  const { text, published } = reading.document;
  return {
    columns: {
      local: quotation.id,
      date: published ?? '',
      kind: quotation.kind,
      stance: quotation.stance,
      type: null,
      mode: null,
      quad: null,
      hedged: flag(quotation.hedged),
      negated: flag(quotation.denied),
      country: null,
      lat: null,
      lon: null,
    },
    parts: [
      ...quotation.speakers.map((actor, seq) => ({ part: 's' as const, seq, actor })),
      ...quotation.via.map((actor, seq) => ({ part: 'v' as const, seq, actor })),
    ],
    words: {
      words: termText(wordsOf(text, quotation)),
      speaker: namesOf(actors, quotation.speakers),
      cue: quotation.cue === null ? '' : termText(slice(text, quotation.cue)),
      actor: '',
      recipient: '',
      said_by: namesOf(actors, quotation.via),
      place: '',
    },
  };
}

function eventRow(event: Event, reading: Reading, actors: ReadonlyMap<string, Actor>): ReturnType<typeof quotationRow> {
  const { text, published } = reading.document;
  const place = reading.places.find(({ id }) => id === event.place);
  return {
    columns: {
      local: event.id,
      date: event.date ?? published ?? '',
      kind: null,
      stance: null,
      type: event.type,
      mode: event.mode,
      quad: event.quad,
      hedged: flag(event.hedge !== null),
      negated: flag(event.negated),
      country: place?.country ?? null,
      lat: place?.lat ?? null,
      lon: place?.lon ?? null,
    },
    parts: [
      ...event.actor.map((actor, seq) => ({ part: 'a' as const, seq, actor })),
      ...event.recipient.map((actor, seq) => ({ part: 'r' as const, seq, actor })),
      ...(event.saidBy === null ? [] : [{ part: 'b' as const, seq: 0, actor: event.saidBy }]),
      ...event.via.map((actor, seq) => ({ part: 'v' as const, seq, actor })),
    ],
    words: {
      words: termText(wordsOf(text, event)),
      speaker: '',
      cue: '',
      actor: namesOf(actors, event.actor),
      recipient: namesOf(actors, event.recipient),
      said_by: namesOf(actors, [event.saidBy, ...event.via]),
      place: place === undefined ? '' : termText(place.name, slice(text, place)),
    },
  };
}

/** Twelve digits are 48 bits: a whole number in every language, and a third of the room. */
export const codeOf = (sha: string): number => Number.parseInt(sha.slice(0, 12), 16);

const startOf = (record: Quotation | Event): number => ('content' in record ? (record.content[0]?.start ?? 0) : record.trigger.start);

/** A reading's quotations and events as rows, in the order of the text. Depends on nothing but the reading, so that it can be made again. */
export function rowsOf(reading: Reading): readonly RecordRow[] {
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const code = codeOf(shaOf(reading.document.id));
  return [...reading.quotations, ...reading.events]
    .map((record, at) => ({ record, at }))
    .sort((a, b) => startOf(a.record) - startOf(b.record) || a.at - b.at)
    .map(({ record }, seq) => {
      const row = 'content' in record ? quotationRow(record, reading, actors) : eventRow(record, reading, actors);
      return { ...row, columns: { ...row.columns, seq, code } };
    });
}

/** The actors that have part in a record: the others are only in the reading. */
export function actorsOf(reading: Reading, rows: readonly RecordRow[]): readonly Actor[] {
  const wanted = new Set(rows.flatMap(({ parts }) => parts.map(({ actor }) => actor)));
  return reading.actors.filter(({ id }) => wanted.has(id));
}

/** The places and times of events. */
export const placesOf = ({ places, events }: Reading): Reading['places'] =>
  places.filter(({ id }) => events.some(({ place }) => place === id));
export const timesOf = ({ times, events }: Reading): Reading['times'] => times.filter(({ id }) => events.some(({ time }) => time === id));
