import { z } from 'zod';
import { eventTypes } from '../../reading/schema.ts';

// A correction names what it is about by places in texts, never by a reading's own ids: another engine numbers anew, the text stays.

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const document = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** An actor of a document: one of its mentions, or where it has none its name. */
export const actorAt = z.object({ document, mention: span.nullable(), name: z.string().min(1) });
/** Somebody over all documents: some of the actors that are the person. The first that can be found tells. */
export const personAt = z.object({ name: z.string(), actors: z.array(actorAt).min(1) });
/** Somebody to be put into a record: at a mention in its document, or with a name that the document may not have. */
export const who = z.object({
  mention: span.nullable(),
  name: z.string().min(1),
  kind: z.enum(['person', 'group', 'organisation', 'country', 'unnamed']),
});
const quotationAt = z.object({ document, quotation: z.array(span).min(1), cue: span.nullable() });
const eventAt = z.object({ document, event: span, type: z.enum(eventTypes) });
export const recordAt = z.union([quotationAt, eventAt]);
/** Flags that a person sets or takes away; those that are not named stay as they were read. */
export const flagsOf = {
  quotation: z.strictObject({
    denied: z.boolean().optional(),
    hedged: z.boolean().optional(),
    stance: z.enum(['statement', 'belief', 'intent']).optional(),
  }),
  event: z.strictObject({
    negated: z.boolean().optional(),
    hypothetical: z.boolean().optional(),
    future: z.boolean().optional(),
    historical: z.boolean().optional(),
  }),
} as const;

export const correctionSchema = z.union([
  z.object({ what: z.literal('merge'), people: z.array(personAt).min(2) }),
  z.object({ what: z.literal('split'), actors: z.array(actorAt).min(1) }),
  z.object({ what: z.literal('rename'), person: personAt, name: z.string().min(1) }),
  z.object({ what: z.literal('speaker'), record: quotationAt, who: z.array(who) }),
  z.object({ what: z.literal('actor'), record: eventAt, who: z.array(who) }),
  z.object({ what: z.literal('recipient'), record: eventAt, who: z.array(who) }),
  z.object({ what: z.literal('type'), record: eventAt, type: z.enum(eventTypes) }),
  z.object({ what: z.literal('flags'), record: quotationAt, flags: flagsOf.quotation }),
  z.object({ what: z.literal('flags'), record: eventAt, flags: flagsOf.event }),
  z.object({ what: z.literal('accept'), record: recordAt }),
  z.object({ what: z.literal('reject'), record: recordAt }),
]);

export type ActorAt = z.infer<typeof actorAt>;
export type PersonAt = z.infer<typeof personAt>;
export type Who = z.infer<typeof who>;
export type RecordAt = z.infer<typeof recordAt>;
export type Correction = z.infer<typeof correctionSchema>;
export type RecordCorrection = Extract<Correction, { record: unknown }>;
export type PeopleCorrection = Exclude<Correction, RecordCorrection>;

export const isOfRecord = (correction: Correction): correction is RecordCorrection => 'record' in correction;

/** A correction as kept. */
export interface Kept {
  /** Its number in this archive. */
  readonly id: number;
  readonly correction: Correction;
  /** Why; a person's own words. */
  readonly note: string | null;
  /** ISO time. */
  readonly made: string;
  /** Whether what it is about is in the archive as it is read now; a correction that is not waits. */
  readonly placed: boolean;
  /** The record that it is about, as the machine reads it now: `1f0c22ab9e01:q7`; null for people, and where there is none. */
  readonly record: string | null;
}
