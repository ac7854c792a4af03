import { facetNames } from '../../archive/facets.ts';
import { eventTypes } from '../../reading/schema.ts';
import { z } from './api.ts';
import { nextForm, pageQuery } from './page.ts';
import { itemForm } from './record.ts';

const name = z.string().max(500).optional();
const person = name.openapi({ description: 'A name, or a person’s id as who:…' });
const day = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
  .optional()
  .openapi({ example: '2019-06' });
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

/** The flags of `readout search`. All that is given must hold. */
export const filterQuery = z.object({
  words: z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: 'Words that must stand in the record; "in quotation marks" they must stand so', example: '"witch hunt"' }),
  record: z.enum(['quotation', 'event']).optional(),
  speaker: person,
  cue: name,
  kind: z.enum(['direct', 'indirect', 'mixed']).optional(),
  type: z.enum(eventTypes).optional(),
  actor: person,
  recipient: person,
  place: name.openapi({ description: 'A name, a country as UA, or a box as south,west,north,east' }),
  since: day,
  until: day,
  outlet: name,
  hedged: flag,
  negated: flag,
  saidBy: person,
});

export const searchQuery = filterQuery.extend(pageQuery.shape).extend({
  facets: flag.openapi({ description: 'Whether facets are counted; where not told, on the first page' }),
});
export const lookQuery = filterQuery.extend(pageQuery.shape);

const facet = z.object({ value: z.string(), label: z.string(), count: z.int().min(1) });
export const facetsForm = z.object(
  Object.fromEntries(facetNames.map((one) => [one, z.array(facet)])) as Record<(typeof facetNames)[number], z.ZodArray<typeof facet>>,
);

export const searchForm = z.object({ items: z.array(itemForm), next: nextForm, facets: facetsForm.nullable() }).openapi('SearchPage');
