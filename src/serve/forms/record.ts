import { printingSchema } from '../../archive/kept.ts';
import { actorSchema, eventSchema, quotationSchema, readingSchema } from '../../reading/schema.ts';
import { z } from './api.ts';

const names = z.array(z.string());
const text = z.string().nullable();

/** A quotation or event as `search` finds it: `Item` of archive/query.ts. */
export const itemForm = z
  .object({
    id: z.string().openapi({ example: '1f0c22ab9e01:q7' }),
    sort: z.enum(['quotation', 'event']),
    date: text,
    document: readingSchema.shape.document.pick({ id: true, url: true, outlet: true, title: true, published: true }),
    words: z.string(),
    speakers: names,
    actors: names,
    recipients: names,
    saidBy: text,
    place: text,
    record: z.union([quotationSchema, eventSchema]),
  })
  .openapi('Item');

/** One record with the slices it stands on. */
export const recordForm = itemForm
  .extend({
    /** The actors that it names, with all their mentions. */
    actorsInFull: z.array(actorSchema),
    printings: z.array(printingSchema),
  })
  .openapi('Record');

export const decisionForm = z
  .object({
    record: z.string(),
    field: z.string(),
    value: z.string(),
    by: z.string().openapi({ example: 'head:attribution' }),
    score: z.number().nullable(),
    rejected: z.array(z.object({ value: z.string(), score: z.number().nullable(), reason: z.string().optional() })),
  })
  .openapi('Decision');

export const whyForm = z
  .object({
    id: z.string(),
    /** Whether the engine that decides now is the one that made the kept record; where not, its decisions are those of today. */
    sameEngine: z.boolean(),
    decisions: z.array(decisionForm),
  })
  .openapi('Why');
