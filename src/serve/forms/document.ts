import { printingSchema } from '../../archive/kept.ts';
import { readingSchema } from '../../reading/schema.ts';
import { identityForm } from './actor.ts';
import { z } from './api.ts';
import { decisionForm } from './record.ts';

const documentId = readingSchema.shape.document.shape.id;

// As a schema of its own: one that was made before this room was loaded has no `openapi`.
export const readingForm = readingSchema.extend({}).openapi('Reading');

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
    people: z
      .record(z.string(), identityForm)
      .openapi({ description: 'Who its actors are over all documents, by their ids in the reading' }),
  })
  .openapi('Document');
