import type { Span } from '../document/span.ts';
import { identify } from './identity.ts';
import type { Reading } from './schema.ts';

/** One thing that is wrong with a reading. `at` says where: `quotations[2].cue`. */
export interface Fault {
  readonly at: string;
  readonly fault: string;
}

type Placed = readonly [at: string, span: Span | null];

/** Every span of a reading with its place in it. */
export function spansOf(reading: Reading): Placed[] {
  return [
    ...reading.names.map((name, i): Placed => [`names[${i}]`, name]),
    ...reading.actors.flatMap((actor, i) => actor.mentions.map((mention, j): Placed => [`actors[${i}].mentions[${j}]`, mention])),
    ...reading.quotations.flatMap((quotation, i): Placed[] => [
      ...quotation.content.map((content, j): Placed => [`quotations[${i}].content[${j}]`, content]),
      [`quotations[${i}].cue`, quotation.cue],
      [`quotations[${i}].source`, quotation.source],
      [`quotations[${i}].hedge`, quotation.hedge],
    ]),
    ...reading.events.flatMap((event, i): Placed[] => [
      [`events[${i}].trigger`, event.trigger],
      [`events[${i}].hedge`, event.hedge],
      ...Object.entries(event.cues ?? {}).map(([flag, cue]): Placed => [`events[${i}].cues.${flag}`, cue]),
      ...(event.numbers ?? []).map((number, j): Placed => [`events[${i}].numbers[${j}]`, number]),
    ]),
    ...reading.places.map((place, i): Placed => [`places[${i}]`, place]),
    ...reading.times.map((time, i): Placed => [`times[${i}]`, time]),
    ...reading.ledger.skipped.map((part, i): Placed => [`ledger.skipped[${i}]`, part]),
  ];
}

/** A span must hold something, lie inside the text, and cut no character in two. */
function spanFault(text: string, { start, end }: Span): string | null {
  if (!(Number.isInteger(start) && Number.isInteger(end))) return `[${start}, ${end}) is not whole numbers`;
  if (start < 0 || end > text.length) return `[${start}, ${end}) lies outside the text of ${text.length} characters`;
  if (start >= end) return `[${start}, ${end}) is empty`;
  const cuts = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return cuts(start) || cuts(end) ? `[${start}, ${end}) cuts a character in two` : null;
}

/** Every id that a record points to, with the list it must stand in. */
function referencesOf(reading: Reading): (readonly [at: string, id: string | null, list: 'actors' | 'quotations' | 'places' | 'times'])[] {
  return [
    ...reading.quotations.flatMap((quotation, i) =>
      (
        [
          ['speaker', [quotation.speaker]],
          ['speakers', quotation.speakers],
          ['candidates', quotation.candidates],
          ['via', quotation.via],
        ] as const
      ).flatMap(([field, ids]) => ids.map((id) => [`quotations[${i}].${field}`, id, 'actors'] as const)),
    ),
    ...reading.quotations.map((quotation, i) => [`quotations[${i}].answers`, quotation.answers ?? null, 'quotations'] as const),
    ...reading.events.flatMap((event, i) => [
      ...[...event.actor, ...event.recipient, ...event.via, event.saidBy].map((id) => [`events[${i}]`, id, 'actors'] as const),
      [`events[${i}].quotation`, event.quotation, 'quotations'] as const,
      [`events[${i}].answers`, event.answers ?? null, 'quotations'] as const,
      [`events[${i}].place`, event.place, 'places'] as const,
      [`events[${i}].time`, event.time, 'times'] as const,
    ]),
  ];
}

/** Whether the records stand in text order and are numbered 1, 2, 3 … */
function orderFaults(reading: Reading): Fault[] {
  const lists = [
    ['actors', 'a', reading.actors.map(({ id, mentions }) => ({ id, start: mentions[0]?.start ?? Number.MAX_SAFE_INTEGER }))],
    ['quotations', 'q', reading.quotations.map(({ id, content }) => ({ id, start: content[0]?.start ?? -1 }))],
    ['events', 'e', reading.events.map(({ id, trigger }) => ({ id, start: trigger.start }))],
    ['places', 'p', reading.places],
    ['times', 't', reading.times],
  ] as const;
  return lists.flatMap(([list, letter, records]) =>
    records.flatMap((record, i): Fault[] => [
      ...(record.id === `${letter}${i + 1}` ? [] : [{ at: `${list}[${i}].id`, fault: `${record.id} should be ${letter}${i + 1}` }]),
      ...((records[i - 1]?.start ?? -1) <= record.start ? [] : [{ at: `${list}[${i}]`, fault: 'stands before the record above it' }]),
    ]),
  );
}

function quotationFaults(reading: Reading): Fault[] {
  return reading.quotations.flatMap((quotation, i): Fault[] => {
    const at = `quotations[${i}]`;
    const faults: Fault[] = [];
    if (quotation.speaker !== (quotation.speakers[0] ?? null)) faults.push({ at, fault: '`speaker` is not the first of `speakers`' });
    if ((quotation.speaker === null) !== (quotation.unknown !== null))
      faults.push({ at, fault: '`unknown` must be given exactly where `speaker` is null' });
    quotation.content.forEach((part, j) => {
      if (j > 0 && part.start < (quotation.content[j - 1]?.end ?? 0))
        faults.push({ at: `${at}.content[${j}]`, fault: 'not after the part before it' });
    });
    return faults;
  });
}

/**
 * Checks a reading against its own text: every span inside it, every id known, every list in order, the document's id its text's.
 * Returns what is wrong; nothing for a sound reading.
 */
export function verify(reading: Reading): readonly Fault[] {
  const { text } = reading.document;
  const known = {
    actors: new Set(reading.actors.map(({ id }) => id)),
    quotations: new Set(reading.quotations.map(({ id }) => id)),
    places: new Set(reading.places.map(({ id }) => id)),
    times: new Set(reading.times.map(({ id }) => id)),
  };
  return [
    ...(reading.document.id === identify(text) ? [] : [{ at: 'document.id', fault: 'is not the SHA-256 of the text' }]),
    ...spansOf(reading).flatMap(([at, span]) => {
      const fault = span && spanFault(text, span);
      return fault ? [{ at, fault }] : [];
    }),
    ...referencesOf(reading).flatMap(([at, id, list]) =>
      id === null || known[list].has(id) ? [] : [{ at, fault: `${id} is not among the ${list}` }],
    ),
    ...orderFaults(reading),
    ...quotationFaults(reading),
  ];
}
