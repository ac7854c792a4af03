import { printingSchema } from '../../archive/kept.ts';
import { readingSchema } from '../../reading/schema.ts';
import { z } from './api.ts';
import { decisionForm } from './record.ts';

const documentId = readingSchema.shape.document.shape.id;

export const readingForm = readingSchema.openapi('Reading');

/** A reading that was just made; with `why` what decided each field. */
export const freshReadingForm = readingSchema.extend({ why: z.array(decisionForm).optional() }).openapi('FreshReading');

/** A document with all that the archive knows of it: `DocumentView` of archive/view.ts. */
export const documentForm = z
  .object({
    reading: readingForm,
    printings: z.array(printingSchema),
    versions: z.array(
      z.object({
        address: z.string(),
        versions: z.array(z.object({ version: z.int().min(1), id: documentId, published: z.string().nullable(), seen: z.string() })),
      }),
    ),
    story: z.array(documentId),
  })
  .openapi('Document');
