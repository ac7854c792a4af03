import { z } from 'zod';
import { readingSchema } from '../reading/schema.ts';
import { correctionSchema } from './corrections/correction.ts';

// The lines of a dump, as they are read back. Fields that these do not name pass through: a reading may have gained some.

const documentId = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const text = z.string().nullable();

export const printingSchema = z.object({
  input: z.object({ id: text, uri: text, record: z.int().min(0).nullable() }),
  address: text,
  url: text,
  outlet: text,
  title: text,
  byline: z.array(z.string()),
  published: text,
  dateline: text,
  language: z.string(),
  original: documentId,
});

/** A document as a dump has it: where it was printed and what each engine read in it. */
export const keptSchema = z.object({
  document: documentId,
  story: documentId,
  printings: z.array(printingSchema).min(1),
  readings: z.array(z.object({ current: z.boolean(), reading: readingSchema })).min(1),
});

/** A person's word over the machine's, as a dump has it. */
export const keptCorrectionSchema = z.object({ correction: correctionSchema, note: text });

export type KeptCorrection = z.infer<typeof keptCorrectionSchema>;
export type KeptPrinting = z.infer<typeof printingSchema>;
export type Kept = z.infer<typeof keptSchema>;
