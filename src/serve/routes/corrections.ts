import { createRoute } from '@hono/zod-openapi';
import { type Correction, isOfRecord } from '../../archive/corrections/correction.ts';
import { parseId, shaOf } from '../../archive/ids.ts';
import { as, z } from '../forms/api.ts';
import { askedForm, correctionsForm, keptCorrectionForm } from '../forms/correction.ts';
import { nextOf, pageQuery, partAsked } from '../forms/page.ts';
import { problems } from '../forms/problem.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const kept = (description: string) => ({ description, content: { 'application/json': { schema: keptCorrectionForm } } });

const makeRoute = createRoute({
  method: 'post',
  path: '/corrections',
  summary: 'Put a person’s word over the machine’s; its own output stays as it is',
  request: { body: { required: true, content: { 'application/json': { schema: askedForm } } } },
  responses: { 201: kept('The correction as kept'), ...problems },
});

const listRoute = createRoute({
  method: 'get',
  path: '/corrections',
  summary: 'The standing corrections, in the order in which they were made',
  request: {
    query: pageQuery.extend({
      document: z.string().max(100).optional().openapi({ description: 'Only those of this document’s records; its id, or a record’s' }),
    }),
  },
  responses: { 200: { description: 'A page of them', content: { 'application/json': { schema: correctionsForm } } }, ...problems },
});

const undoRoute = createRoute({
  method: 'delete',
  path: '/corrections/{id}',
  summary: 'Take a correction back: all is as if it had never been',
  request: { params: z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }) },
  responses: { 200: kept('The correction that was taken back'), ...problems },
});

const isAbout = (correction: Correction, sha: string): boolean =>
  isOfRecord(correction) && shaOf(correction.record.document).startsWith(sha);

export const corrections = ({ archive }: Services) =>
  router()
    .openapi(makeRoute, async (context) => {
      const { note, ...asked } = context.req.valid('json');
      return context.json(as(keptCorrectionForm, await archive.correct(asked, note ?? null)), 201);
    })
    .openapi(listRoute, async (context) => {
      const { document, ...page } = context.req.valid('query');
      const part = partAsked(page);
      const sha = document === undefined ? undefined : (parseId(document)?.sha ?? '-');
      const all = (await archive.corrections()).filter(({ correction }) => sha === undefined || isAbout(correction, sha));
      return context.json(as(correctionsForm, { items: all.slice(part.from, part.to), next: nextOf(part, all.length) }), 200);
    })
    .openapi(undoRoute, async (context) => context.json(as(keptCorrectionForm, await archive.undo(context.req.valid('param').id)), 200));
