import { z } from 'zod';

/** The form of a reading: the single source for types, JSON Schema and documentation. Offsets are UTF-16 units, half open. */
const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9][0-9]*$`));
const actorId = id('a');
const score = z.number().min(0).max(1);

export const mentionSchema = span.extend({ form: z.enum(['name', 'description', 'pronoun']) });

export const nameSchema = span.extend({ type: z.enum(['PER', 'ORG', 'LOC', 'NORP', 'DATE', 'FACILITY', 'MISC', 'MONEY', 'PRODUCT']) });

export const actorSchema = z.object({
  id: actorId,
  name: z.string(),
  kind: z.enum(['person', 'group', 'organisation', 'country', 'unnamed']),
  of: z.string().nullable(),
  role: z.string().nullable(),
  country: z.string().length(3).nullable(),
  sector: z.string().nullable(),
  wikidata: z.string().nullable(),
  mentions: z.array(mentionSchema),
});

export const quotationSchema = z.object({
  id: id('q'),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  content: z.array(span).min(1),
  cue: span.nullable(),
  source: span.nullable(),
  speaker: actorId.nullable(),
  speakers: z.array(actorId),
  unknown: z.enum(['none-named', 'ambiguous']).nullable(),
  candidates: z.array(actorId),
  via: z.array(actorId),
  stance: z.enum(['statement', 'belief', 'intent']),
  denied: z.boolean(),
  hedged: z.boolean(),
  hedge: span.nullable(),
  /** An addition to the contract's form, always written: the quotation whose claim this one denies. */
  answers: id('q').nullable().optional(),
  score,
  /** The same: how likely the speaker is the right one; null where nobody can be told. */
  speakerScore: score.nullable().optional(),
});

export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

/** A number that an event tells, with its approximators in the span: "at least 20" has `least` 20 and `most` null, "up to 20" the other way round, "about 20" both and `about`. */
export const eventNumberSchema = span.extend({
  kind: z.enum(['dead', 'wounded', 'missing', 'arrested', 'abducted', 'people', 'money']),
  least: z.number().nullable(),
  most: z.number().nullable(),
  about: z.boolean(),
  currency: z.string().length(3).nullable(),
});

export const eventSchema = z.object({
  id: id('e'),
  type: z.enum(eventTypes),
  mode: z.string().nullable(),
  trigger: span,
  actor: z.array(actorId),
  recipient: z.array(actorId),
  negated: z.boolean(),
  hypothetical: z.boolean(),
  future: z.boolean(),
  historical: z.boolean(),
  place: id('p').nullable(),
  time: id('t').nullable(),
  date: z.string().nullable(),
  quotation: id('q').nullable(),
  saidBy: actorId.nullable(),
  via: z.array(actorId),
  hedge: span.nullable(),
  /** Additions to the contract's form, always written, not asked of what others write: the words that set each flag, numbers, and the quotation that this event's denial answers. */
  cues: z
    .object({ negated: span.nullable(), hypothetical: span.nullable(), future: span.nullable(), historical: span.nullable() })
    .optional(),
  numbers: z.array(eventNumberSchema).optional(),
  answers: id('q').nullable().optional(),
  quad: z.int().min(1).max(4),
  score,
});

export const placeSchema = span.extend({
  id: id('p'),
  name: z.string(),
  geonames: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  country: z.string().length(2).nullable(),
  unknown: z.string().nullable(),
  candidates: z.array(z.int()),
  score,
});

export const timeSchema = span.extend({
  id: id('t'),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string(),
});

export const readingSchema = z.object({
  readout: z.literal(1),
  document: z.object({
    id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    input: z.object({ id: z.string().nullable(), uri: z.string().nullable(), record: z.int().min(0).nullable() }),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    byline: z.array(z.string()),
    published: z.string().nullable(),
    dateline: z.string().nullable(),
    language: z.string(),
    text: z.string(),
  }),
  names: z.array(nameSchema),
  actors: z.array(actorSchema),
  quotations: z.array(quotationSchema),
  events: z.array(eventSchema),
  places: z.array(placeSchema),
  times: z.array(timeSchema),
  ledger: z.object({
    characters: z.int().min(0),
    read: z.int().min(0),
    skipped: z.array(span.extend({ reason: z.string() })),
  }),
  engine: z.object({ version: z.string(), model: z.string() }),
});

/** What stands in a reading's place for an input that could not be read. */
export const problemSchema = z.object({
  readout: z.literal(1),
  error: z.object({
    code: z.string(),
    message: z.string(),
    next: z.string(),
    input: z.object({ id: z.string().nullable(), uri: z.string().nullable(), record: z.int().min(0).nullable() }),
  }),
});

export type Mention = z.infer<typeof mentionSchema>;
export type Name = z.infer<typeof nameSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type Quotation = z.infer<typeof quotationSchema>;
export type Event = z.infer<typeof eventSchema>;
export type EventNumber = z.infer<typeof eventNumberSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Time = z.infer<typeof timeSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type Problem = z.infer<typeof problemSchema>;
