import type { Document } from '../document/document.ts';
import { inOrder, type Span } from '../document/span.ts';
import { identify } from './identity.ts';
import { ledgerOf } from './ledger.ts';
import type { Actor, Event, Name, Place, Quotation, Reading, Time } from './schema.ts';

/** What the stages found. Ids are the stages' own (any strings, unique within their list); `assemble` gives the final ones. */
export interface Findings {
  readonly names: readonly Name[];
  readonly actors: readonly Actor[];
  readonly quotations: readonly Quotation[];
  readonly events: readonly Event[];
  readonly places: readonly Place[];
  readonly times: readonly Time[];
}

/** Three decimals: enough for people and programs, and the same on every machine's rounding of the last bits. */
const rounded = (score: number): number => (score >= 0 ? Math.round(Math.min(score, 1) * 1000) / 1000 : 0);
const bare = ({ start, end }: Span): Span => ({ start, end });
const bareOrNull = (span: Span | null): Span | null => span && bare(span);
/** Each item is asked for its place once, not in every comparison. */
const sortedBy = <T>(items: readonly T[], place: (item: T) => Span): T[] =>
  items
    .map((item) => ({ item, at: place(item) }))
    .sort((a, b) => inOrder(a.at, b.at))
    .map(({ item }) => item);
const numbered = (items: readonly { readonly id: string }[], letter: string) =>
  new Map(items.map((item, index) => [item.id, `${letter}${index + 1}`]));

/** An actor that is nowhere in the text comes after all that are. */
const firstMention = (actor: Actor): Span => [...actor.mentions].sort(inOrder)[0] ?? { start: Number.MAX_SAFE_INTEGER, end: 0 };
const firstContent = (quotation: Quotation): Span => quotation.content[0] ?? { start: Number.MAX_SAFE_INTEGER, end: 0 };

/**
 * The reading of a document: findings in text order, ids in order of first appearance, keys always in the same order.
 * A reference to an id that no finding has is dropped. `ids` maps the stages' ids to the final ones, for `--why`.
 */
export function assemble(
  document: Document,
  found: Findings,
  engine: Reading['engine'],
): { reading: Reading; ids: ReadonlyMap<string, string> } {
  const actors = sortedBy(found.actors, firstMention);
  const quotations = sortedBy(found.quotations, firstContent);
  const events = sortedBy(found.events, (event) => event.trigger);
  const places = sortedBy(found.places, (place) => place);
  const times = sortedBy(found.times, (time) => time);
  const a = numbered(actors, 'a');
  const q = numbered(quotations, 'q');
  const e = numbered(events, 'e');
  const p = numbered(places, 'p');
  const t = numbered(times, 't');
  const one = (ids: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const all = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => a.get(id) ?? []))];

  const reading: Reading = {
    readout: 1,
    document: {
      id: identify(document.text),
      input: { id: document.input.id, uri: document.input.uri, record: document.input.record },
      url: document.url,
      outlet: document.outlet,
      title: document.title,
      byline: [...document.byline],
      published: document.published,
      dateline: document.dateline,
      language: document.language,
      text: document.text,
    },
    names: sortedBy(found.names, (name) => name).map((name) => ({ ...bare(name), type: name.type })),
    actors: actors.map((actor) => ({
      id: a.get(actor.id) ?? '',
      name: actor.name,
      kind: actor.kind,
      of: actor.of,
      role: actor.role,
      country: actor.country,
      sector: actor.sector,
      wikidata: actor.wikidata,
      mentions: sortedBy(actor.mentions, (mention) => mention).map((mention) => ({ ...bare(mention), form: mention.form })),
    })),
    quotations: quotations.map((quotation) => ({
      id: q.get(quotation.id) ?? '',
      kind: quotation.kind,
      content: quotation.content.map(bare),
      cue: bareOrNull(quotation.cue),
      source: bareOrNull(quotation.source),
      speaker: one(a, quotation.speaker),
      speakers: all(quotation.speakers),
      unknown: quotation.unknown,
      candidates: all(quotation.candidates),
      via: all(quotation.via),
      stance: quotation.stance,
      denied: quotation.denied,
      hedged: quotation.hedged,
      hedge: bareOrNull(quotation.hedge),
      answers: one(q, quotation.answers ?? null),
      score: rounded(quotation.score),
      speakerScore: typeof quotation.speakerScore === 'number' ? rounded(quotation.speakerScore) : null,
    })),
    events: events.map((event) => ({
      id: e.get(event.id) ?? '',
      type: event.type,
      mode: event.mode,
      trigger: bare(event.trigger),
      actor: all(event.actor),
      recipient: all(event.recipient),
      negated: event.negated,
      hypothetical: event.hypothetical,
      future: event.future,
      historical: event.historical,
      place: one(p, event.place),
      time: one(t, event.time),
      date: event.date,
      quotation: one(q, event.quotation),
      saidBy: one(a, event.saidBy),
      via: all(event.via),
      hedge: bareOrNull(event.hedge),
      cues: {
        negated: bareOrNull(event.cues?.negated ?? null),
        hypothetical: bareOrNull(event.cues?.hypothetical ?? null),
        future: bareOrNull(event.cues?.future ?? null),
        historical: bareOrNull(event.cues?.historical ?? null),
      },
      numbers: sortedBy(event.numbers ?? [], (number) => number).map((number) => ({
        ...bare(number),
        kind: number.kind,
        least: number.least,
        most: number.most,
        about: number.about,
        currency: number.currency,
      })),
      answers: one(q, event.answers ?? null),
      quad: event.quad,
      score: rounded(event.score),
    })),
    places: places.map((place) => ({
      id: p.get(place.id) ?? '',
      ...bare(place),
      name: place.name,
      geonames: place.geonames,
      lat: place.lat,
      lon: place.lon,
      country: place.country,
      unknown: place.unknown,
      candidates: [...place.candidates],
      score: rounded(place.score),
    })),
    times: times.map((time) => ({ id: t.get(time.id) ?? '', ...bare(time), type: time.type, value: time.value })),
    ledger: ledgerOf(document),
    engine: { version: engine.version, model: engine.model },
  };
  return { reading, ids: new Map([...a, ...q, ...e, ...p, ...t]) };
}
