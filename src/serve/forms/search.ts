import { eventTypes } from '../../reading/schema.ts';
import { z } from './api.ts';
import { itemForm } from './record.ts';

const name = z.string().max(500).optional();
const day = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
  .optional()
  .openapi({ example: '2019-06' });
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

export const cursorForm = z
  .string()
  .max(1000)
  .optional()
  .openapi({ description: '`next` of the page before, with the same other parameters' });
export const limitForm = z.coerce.number().int().min(1).max(1000).optional().openapi({ description: 'Of a page; 20 where none is given' });

/** The flags of `readout search`. All that is given must hold. */
export const searchQuery = z.object({
  words: z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: 'Words that must stand in the record; "in quotation marks" they must stand so', example: '"witch hunt"' }),
  record: z.enum(['quotation', 'event']).optional(),
  speaker: name,
  cue: name,
  kind: z.enum(['direct', 'indirect', 'mixed']).optional(),
  type: z.enum(eventTypes).optional(),
  actor: name,
  recipient: name,
  place: name.openapi({ description: 'A name, a country as UA, or a box as south,west,north,east' }),
  since: day,
  until: day,
  outlet: name,
  hedged: flag,
  negated: flag,
  saidBy: name,
  limit: limitForm,
  cursor: cursorForm,
});

export const searchForm = z.object({ items: z.array(itemForm), next: z.string().nullable() }).openapi('SearchPage');
