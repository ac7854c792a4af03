import { isoDate } from '../../read/dates.ts';
import { z } from './api.ts';

const publishedForm = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/)
  .refine((date) => isoDate(date) !== null, 'It must be a date that exists.')
  .openapi({ example: '2023-09-13' });

const described = {
  title: z.string().nullish(),
  published: publishedForm.nullish(),
  url: z.string().nullish(),
  outlet: z.string().nullish(),
};

const why = z.boolean().optional().openapi({ description: 'Whether the answer tells what decided each field' });

const textForm = z.object({ text: z.string(), ...described });
const htmlForm = z.object({ html: z.string(), ...described });
/** An address that the server asks for, by the rules of `readout ingest`: never one in a network of its own. A page has its own title. */
const addressForm = z.object({ url: z.string().min(1).max(8192), published: publishedForm.nullish() });

export const readForm = z
  .union([textForm.extend({ why }), htmlForm.extend({ why }), addressForm.extend({ why })])
  .openapi('ToRead', { example: { text: '“We are ready to talk,” the minister said on Monday.', published: '2023-09-13' } });

/** A document that is sent along, to be kept. */
export const sentForm = z
  .union([textForm.extend({ id: z.string().nullish() }), htmlForm.extend({ id: z.string().nullish() })])
  .openapi('Sent');

export type ToRead = z.infer<typeof readForm>;
