import { z } from 'zod';
import { eventTypes } from '../../reading/schema.ts';
import { flagsOf } from './correction.ts';

// What a person asks for, by the ids that the commands print. It is turned into a correction, which names places in texts.

const ref = z.string().min(1).max(500);

export const askedSchema = z.discriminatedUnion('what', [
  /** The first stays, the others become it. Each a person (`who:…`, a whole name) or an actor of a document (`1f0c22ab9e01:a3`). */
  z.object({ what: z.literal('merge'), people: z.array(ref).min(2) }),
  /** What of a person is another: documents (the person's actors in them), or actors. */
  z.object({ what: z.literal('split'), person: ref, from: z.array(ref).min(1) }),
  z.object({ what: z.literal('rename'), person: ref, name: ref }),
  /** Nobody for an empty list. Each `a3` (in the record's document), a person, or a name. */
  z.object({ what: z.enum(['speaker', 'actor', 'recipient']), record: ref, who: z.array(ref) }),
  z.object({ what: z.literal('type'), record: ref, type: z.enum(eventTypes) }),
  /** Of a quotation or of an event, each its own. */
  z.object({ what: z.literal('flags'), record: ref, flags: z.union([flagsOf.quotation, flagsOf.event]) }),
  /** It is right as it stands. */
  z.object({ what: z.literal('accept'), record: ref }),
  z.object({ what: z.literal('reject'), record: ref }),
]);

export type Asked = z.infer<typeof askedSchema>;
