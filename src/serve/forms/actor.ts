import { readingSchema } from '../../reading/schema.ts';
import { z } from './api.ts';
import { nextForm } from './page.ts';

const text = z.string().nullable();

/** Somebody over all documents, without how many they are: `Identity` of archive/people. */
export const identityForm = z
  .object({ id: z.string().openapi({ example: 'who:1f0c22ab9e01d3' }), name: z.string(), kind: z.string(), role: text, country: text })
  .openapi('Identity');

export const personForm = identityForm.extend({ documents: z.int().min(0), stories: z.int().min(0) }).openapi('Person');

export const peopleForm = z.object({ items: z.array(personForm), next: nextForm }).openapi('People');

/** Somebody with every actor that is taken for the person, and why. */
export const actorForm = personForm
  .extend({
    items: z.array(
      z
        .object({
          actor: z.string(),
          name: z.string(),
          role: text,
          country: text,
          document: readingSchema.shape.document.pick({ id: true, title: true, outlet: true, published: true }),
          reason: z.string(),
        })
        .openapi('Link'),
    ),
    all: z.int().min(0),
    next: nextForm,
  })
  .openapi('ActorPage');
