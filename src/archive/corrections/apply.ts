import type { Kysely } from 'kysely';
import type { Actor, Event, Quotation, Reading } from '../../reading/schema.ts';
import type { Tables } from '../tables.ts';
import { type Correction, isOfRecord, type RecordCorrection, type Who } from './correction.ts';
import { actorAtIn, recordAtIn } from './place.ts';
import { eventFlagged, quotationFlagged, retyped } from './set.ts';

/** The standing corrections of a document's records, in the order in which they were made. */
export async function correctionsOf(db: Kysely<Tables>, document: number): Promise<readonly RecordCorrection[]> {
  const rows = await db
    .selectFrom('corrections')
    .select('body')
    .where('document', '=', document)
    .where('undone', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Correction).filter(isOfRecord);
}

/** Where a name stands in a text, as whole words. */
function mentionsOf(text: string, name: string): Actor['mentions'] {
  const found: Actor['mentions'] = [];
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) found.push({ start: at, end, form: 'name' });
  }
  return found;
}

/** The ids of those named; who is not among a reading's actors is put there. */
function idsOf(reading: Reading, named: readonly Who[]): { readonly ids: readonly string[]; readonly reading: Reading } {
  let actors = reading.actors;
  const ids = named.map(({ mention, name, kind }) => {
    const there = actorAtIn({ ...reading, actors }, mention, name);
    if (there !== null) return there.id;
    const id = `a${Math.max(0, ...actors.map((actor) => Number(actor.id.slice(1)))) + 1}`;
    const mentions = mentionsOf(reading.document.text, name);
    const made = { id, name, kind, of: null, role: null, country: null, sector: null, wikidata: null, mentions };
    actors = [...actors, made];
    return id;
  });
  return { ids: [...new Set(ids)], reading: { ...reading, actors } };
}

const replace = <Thing extends { readonly id: string }>(things: readonly Thing[], thing: Thing): Thing[] =>
  things.map((one) => (one.id === thing.id ? thing : one));

/** What stands in a quotation is on its speaker's word. */
function speakerSet(reading: Reading, quotation: Quotation, ids: readonly string[]): Reading {
  const [speaker = null] = ids;
  // A person's word has no score.
  const unscored = quotation.speakerScore === undefined ? {} : { speakerScore: null };
  const said = {
    ...quotation,
    ...unscored,
    speaker,
    speakers: [...ids],
    unknown: speaker === null ? ('none-named' as const) : null,
    candidates: [],
  };
  const events = reading.events.map((event) => (event.quotation === quotation.id ? { ...event, saidBy: speaker } : event));
  return { ...reading, quotations: replace(reading.quotations, said), events };
}

function without(reading: Reading, { id }: Quotation | Event): Reading {
  const freed = <Thing extends { readonly quotation?: string | null; readonly answers?: string | null | undefined }>(
    thing: Thing,
  ): Thing => ({
    ...thing,
    ...(thing.quotation === id ? { quotation: null } : {}),
    ...(thing.answers === id ? { answers: null } : {}),
  });
  return {
    ...reading,
    quotations: reading.quotations.filter((one) => one.id !== id).map(freed),
    events: reading.events.filter((one) => one.id !== id).map(freed),
  };
}

function applied(reading: Reading, correction: RecordCorrection): Reading {
  const record = recordAtIn(reading, correction.record);
  if (record === null) return reading;
  if (correction.what === 'accept') return reading;
  if (correction.what === 'reject') return without(reading, record);
  if (correction.what === 'type')
    return 'content' in record ? reading : { ...reading, events: replace(reading.events, retyped(record, correction.type)) };
  if (correction.what === 'flags')
    return 'content' in record
      ? { ...reading, quotations: replace(reading.quotations, quotationFlagged(record, correction.flags)) }
      : { ...reading, events: replace(reading.events, eventFlagged(record, correction.flags)) };
  const { ids, reading: known } = idsOf(reading, correction.who);
  if ('content' in record) return speakerSet(known, record, ids);
  return { ...known, events: replace(known.events, { ...record, [correction.what]: [...ids] }) };
}

/** A reading as people have corrected it. The machine's own is kept as it is; what cannot be placed changes nothing. */
export const correct = (reading: Reading, corrections: readonly RecordCorrection[]): Reading => corrections.reduce(applied, reading);
