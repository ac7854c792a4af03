import { z } from './api.ts';
import { ledgerForm } from './job.ts';
import { nextForm } from './page.ts';

export const runsForm = z
  .object({
    items: z.array(
      z
        .object({
          id: z.int().min(1),
          started: z.string(),
          finished: z.string().nullable().openapi({ description: 'Null for one that runs, or was interrupted' }),
          ledger: ledgerForm.nullable(),
        })
        .openapi('Run'),
    ),
    all: z.int().min(0),
    next: nextForm,
  })
  .openapi('Runs');
