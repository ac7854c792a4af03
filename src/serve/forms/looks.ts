import { claimReasons } from '../../archive/looks/claims.ts';
import { z } from './api.ts';
import { nextForm } from './page.ts';
import { itemForm } from './record.ts';

// The looks of archive/looks as they are sent; the compiler holds each to its interface there.

const count = z.int().min(0);
const day = z.string().nullable();
const all = count.openapi({ description: 'How many there are in all' });

export const timelineForm = z
  .object({
    items: z.array(
      z
        .object({
          date: z.string(),
          type: z.string(),
          negated: z.boolean(),
          actors: z.array(z.string()),
          recipients: z.array(z.string()),
          documents: count,
          origins: count,
          outlets: z.array(z.string()),
          lead: itemForm,
          records: z.array(z.string()),
        })
        .openapi('Moment'),
    ),
    all,
    next: nextForm,
  })
  .openapi('Timeline');

export const networkForm = z
  .object({
    nodes: z.array(
      z
        .object({ id: z.string(), name: z.string(), kind: z.string(), country: z.string().nullable(), acts: count, receives: count })
        .openapi('Node'),
    ),
    edges: z.array(
      z
        .object({
          actor: z.string(),
          recipient: z.string(),
          events: count,
          negated: count,
          quads: z.array(count).length(4).openapi({ description: 'Verbal and material cooperation, verbal and material conflict' }),
          types: z.record(z.string(), count),
          documents: count,
          origins: count,
          first: day,
          last: day,
          records: z.array(z.string()),
        })
        .openapi('Edge'),
    ),
    all,
    next: nextForm,
  })
  .openapi('Network');

export const placesForm = z
  .object({
    items: z.array(
      z
        .object({
          name: z.string(),
          geonames: z.int().nullable(),
          lat: z.number(),
          lon: z.number(),
          country: z.string().nullable(),
          events: count,
          negated: count,
          quads: z.array(count).length(4).openapi({ description: 'Verbal and material cooperation, verbal and material conflict' }),
          documents: count,
          origins: count,
          first: day,
          last: day,
          records: z.array(z.string()),
        })
        .openapi('PlaceSeen'),
    ),
    nowhere: count.openapi({ description: 'Events whose place is not told, or has no coordinates' }),
    all,
    next: nextForm,
  })
  .openapi('Places');

export const claimsForm = z
  .object({
    items: z.array(
      z
        .object({
          claim: itemForm,
          denial: itemForm,
          reason: z.enum(Object.values(claimReasons) as [Reason, ...Reason[]]),
          documents: count,
          origins: count,
        })
        .openapi('Claim'),
    ),
    all,
    next: nextForm,
  })
  .openapi('Claims');
type Reason = (typeof claimReasons)[keyof typeof claimReasons];

const counts = { quotations: count, share: z.number(), direct: count, indirect: count, mixed: count };

export const quotedForm = z
  .object({
    ...counts,
    documents: count,
    anonymous: z.object(counts),
    unattributed: z.object(counts),
    items: z.array(
      z
        .object({
          ...counts,
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          role: z.string().nullable(),
          country: z.string().nullable(),
          denied: count,
          hedged: count,
          documents: count,
          stories: count,
          outlets: count,
        })
        .openapi('QuotedPerson'),
    ),
    all,
    next: nextForm,
  })
  .openapi('Quoted');

export const lineageForm = z
  .object({
    id: z.string(),
    articles: count,
    documents: count,
    origins: count,
    outlets: z.array(z.string()),
    items: z.array(
      z.object({ item: itemForm, change: z.string(), otherSpeaker: z.boolean(), origin: count, printings: count }).openapi('Print'),
    ),
    all,
    next: nextForm,
  })
  .openapi('Lineage');
