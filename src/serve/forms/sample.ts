import { strata, verdicts } from '../../archive/sample/sample.ts';
import { z } from './api.ts';
import { nextForm } from './page.ts';
import { itemForm } from './record.ts';
import { filterQuery } from './search.ts';

// The samples of archive/sample as they are sent; the compiler holds each to its interface there.

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const estimate = {
  drawn: count,
  right: count,
  wrong: count,
  unsure: count,
  precision: share.openapi({ description: 'Right of those right or wrong, each with what it stands for; null before the first verdict' }),
  low: share.openapi({ description: 'Wilson’s interval of 95 %' }),
  high: share,
};
export const estimateForm = z.object(estimate).openapi('Estimate');
const groupForm = z.object({ value: z.string(), ...estimate }).openapi('EstimateGroup');

export const cardForm = z
  .object({
    all: estimateForm,
    sorts: z.array(groupForm),
    types: z.array(groupForm).openapi({ description: 'By kind of quotation and type of event' }),
    outlets: z.array(groupForm),
    engines: z.array(z.string()),
  })
  .openapi('TrustCard');

const verdict = z.enum(verdicts).nullable();
/** The query is passed on as it was asked: its box of a place is no text. */
const askedForm = z.object({
  size: z.int().min(1).max(1000),
  seed: z.string(),
  by: z.enum(strata).nullable(),
  query: z.record(z.string(), z.unknown()),
});

const head = { id: z.int().min(1), asked: askedForm, made: z.string() };

export const sampleHeadForm = z.object({ ...head, all: estimateForm }).openapi('SampleHead');
export const samplesForm = z.object({ items: z.array(sampleHeadForm), next: nextForm }).openapi('Samples');

export const sampleForm = z
  .object({
    ...head,
    items: z.array(
      z
        .object({
          n: z.int().min(1),
          record: z.string(),
          type: z.string(),
          outlet: z.string().nullable(),
          weight: z.number(),
          verdict,
          note: z.string().nullable(),
          item: itemForm.nullable().openapi({ description: 'As it is read now; null where it is not read any more' }),
        })
        .openapi('Sampled'),
    ),
    card: cardForm,
  })
  .openapi('Sample');

/** What is drawn from, as a body: flags are true and false, not words. */
export const toDrawForm = filterQuery
  .extend({
    hedged: z.boolean().optional(),
    negated: z.boolean().optional(),
    size: z.int().min(1).max(1000).default(50),
    seed: z.string().max(200).default('1').openapi({ description: 'Another draws other records; the same draws the same' }),
    by: z.enum(strata).nullish().openapi({ description: 'As many of each, as far as there are so many' }),
  })
  .openapi('ToDraw', { example: { size: 50, record: 'quotation', by: 'outlet' } });

export const toJudgeForm = z
  .object({
    judgements: z
      .array(
        z
          .object({
            n: z.int().min(1).optional(),
            record: z.string().max(100).optional(),
            verdict,
            note: z.string().max(10_000).nullish(),
          })
          .refine(({ n, record }) => n !== undefined || record !== undefined, 'Name a record by its number in the sample or its id.'),
      )
      .min(1)
      .max(1000),
  })
  .openapi('ToJudge', { example: { judgements: [{ n: 1, verdict: 'right' }] } });
