import { askedSchema } from '../../archive/corrections/asked.ts';
import { correctionSchema } from '../../archive/corrections/correction.ts';
import { z } from './api.ts';
import { nextForm } from './page.ts';

/** What a person asks for, by the ids that searches give, and why. */
export const askedForm = z
  .intersection(askedSchema, z.object({ note: z.string().max(10_000).nullish() }))
  .openapi('Asked', { example: { what: 'reject', record: '1f0c22ab9e01:q7', note: 'a headline' } });

export const keptCorrectionForm = z
  .object({
    id: z.int().min(1),
    correction: correctionSchema,
    note: z.string().nullable(),
    made: z.string(),
    /** Whether what it is about is in the archive as it is read now; a correction that is not waits. */
    placed: z.boolean(),
    record: z.string().nullable().openapi({ description: 'The record that it is about, as the machine reads it now' }),
  })
  .openapi('Correction');

export const correctionsForm = z.object({ items: z.array(keptCorrectionForm), next: nextForm }).openapi('Corrections');
