import type { Identity } from '../archive/people/in-document.ts';
import { wordsOf } from '../archive/rows.ts';
import { slice } from '../document/span.ts';
import type { Actor, Event, Quotation, Reading } from '../reading/schema.ts';
import type { ArchiveForm } from './archive-form.ts';
import { byId } from './by-id.ts';
import { iso2 } from './country-codes.ts';

type Values = readonly (string | null)[];

/** An entity of FollowTheMoney: every property is a list of texts. Empty ones are left out. */
function entity(id: string, schema: string, properties: Readonly<Record<string, Values | string | null>>): string {
  const given = Object.entries(properties).flatMap(([name, values]) => {
    const texts = [values].flat().filter((value): value is string => value !== null && value !== '');
    return texts.length === 0 ? [] : [[name, [...new Set(texts)]] as const];
  });
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(given) })}\n`;
}

const schemas = {
  person: 'Person',
  organisation: 'Organization',
  country: 'PublicBody',
  group: 'Organization',
  unnamed: 'LegalEntity',
} as const;

/** FollowTheMoney knows dates as exact as they are, and no weeks, quarters or seasons. */
const dateOf = (value: string | null): string | null =>
  /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?)?)?/.exec(value ?? '')?.[0] ?? null;

const lower = (code: string | null): string | null => code?.toLowerCase() ?? null;

/** Ids of one reading. */
interface Ids {
  readonly article: string;
  record(local: string): string;
  /** The person over all documents, where that is known; else the actor here. */
  actor(local: string): string;
}

function idsOf(reading: Reading, people: ReadonlyMap<string, Identity>): Ids {
  const sha = reading.document.id.slice(7);
  const record = (local: string) => `readout-${sha.slice(0, 12)}-${local}`;
  return { article: `readout-${sha}`, record, actor: (local) => people.get(local)?.id.replace(':', '-') ?? record(local) };
}

function actorEntity(actor: Actor, text: string, ids: Ids, person: Identity | undefined): string {
  const names = actor.mentions.filter(({ form }) => form === 'name').map((mention) => slice(text, mention));
  const name = person?.name ?? actor.name;
  return entity(ids.actor(actor.id), schemas[actor.kind], {
    name,
    // What the text calls somebody; weak, since “Smith” is no name to match people by.
    weakAlias: [actor.name, ...names].filter((one) => one !== name),
    country: lower(iso2(actor.country)),
    wikidataId: actor.wikidata,
    ...(actor.kind === 'person' ? { position: actor.role } : { summary: actor.role }),
    proof: ids.article,
  });
}

/** What is not plainly so. */
const flags = (record: Quotation | Event): readonly string[] => {
  const given =
    'content' in record
      ? { denied: record.denied, hedged: record.hedged }
      : {
          ...{ negated: record.negated, hypothetical: record.hypothetical, future: record.future, historical: record.historical },
          hedged: record.hedge !== null,
        };
  return Object.entries(given).flatMap(([flag, is]) => (is ? [flag] : []));
};

function quotationEntity(quotation: Quotation, reading: Reading, ids: Ids): string {
  const { text, url } = reading.document;
  return entity(ids.record(quotation.id), 'Note', {
    name: `${quotation.kind} quotation`,
    description: wordsOf(text, quotation),
    entity: quotation.speakers.map(ids.actor),
    summary: quotation.cue && slice(text, quotation.cue),
    keywords: ['quotation', quotation.stance, ...flags(quotation)],
    proof: ids.article,
    sourceUrl: url,
  });
}

function* eventEntities(event: Event, reading: Reading, ids: Ids): Generator<string> {
  const { text, url } = reading.document;
  const actors = byId(reading.actors);
  const place = reading.places.find(({ id }) => id === event.place);
  const names = (some: readonly string[]) => some.map((id) => actors.get(id)?.name ?? id).join(', ');
  const date = dateOf(event.date);
  yield entity(ids.record(event.id), 'Event', {
    name: [event.type, names(event.actor), ...(event.recipient.length === 0 ? [] : ['→', names(event.recipient)])]
      .filter((part) => part !== '')
      .join(' '),
    summary: wordsOf(text, event),
    date,
    involved: [...event.actor, ...event.recipient].map(ids.actor),
    location: place?.name ?? null,
    country: lower(place?.country ?? null),
    keywords: [event.type, event.mode, ...flags(event)],
    proof: ids.article,
    sourceUrl: url,
  });
  for (const actor of event.actor) {
    for (const recipient of event.recipient) {
      yield entity(`${ids.record(event.id)}-${actor}-${recipient}`, 'UnknownLink', {
        subject: ids.actor(actor),
        object: ids.actor(recipient),
        role: event.type,
        status: flags(event),
        date,
        summary: slice(text, event.trigger),
        recordId: ids.record(event.id),
        sourceUrl: url,
      });
    }
  }
}

/** The entities of a reading: the article, its actors, quotations as notes, events, and who did it to whom as links. */
export function* entities(reading: Reading, people: ReadonlyMap<string, Identity>): Generator<string> {
  const { document } = reading;
  const ids = idsOf(reading, people);
  yield entity(ids.article, 'Article', {
    title: document.title ?? document.id,
    author: document.byline,
    publishedAt: dateOf(document.published),
    publisher: document.outlet,
    sourceUrl: document.url,
    language: document.language.startsWith('en') ? 'eng' : null,
  });
  for (const actor of reading.actors) yield actorEntity(actor, document.text, ids, people.get(actor.id));
  for (const quotation of reading.quotations) yield quotationEntity(quotation, reading, ids);
  for (const event of reading.events) yield* eventEntities(event, reading, ids);
}

/** Entities of FollowTheMoney, one a line: https://followthemoney.tech. One who is in several articles comes once for each, to be merged by id. */
export const ftm: ArchiveForm = {
  mediaType: 'application/x-ndjson',
  ending: '.ftm.jsonl',
  async *write(source) {
    for await (const reading of source.readings()) {
      const people = await source.peopleIn(reading.document.id);
      // A lone surrogate is no UTF-8.
      yield [...entities(reading, people)].join('').replace(/\\ud[89a-f][0-9a-f]{2}/g, '\ufffd');
    }
  },
};
