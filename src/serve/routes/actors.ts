import { createRoute } from '@hono/zod-openapi';
import { actorForm, peopleForm } from '../forms/actor.ts';
import { as, given, z } from '../forms/api.ts';
import { nextOf, pageQuery, partAsked } from '../forms/page.ts';
import { problems } from '../forms/problem.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/actors',
  summary: 'Who is in the archive, those in most documents first',
  request: {
    query: pageQuery.extend({
      name: z.string().max(500).optional().openapi({ description: 'Words of the name' }),
      kind: z.enum(['person', 'group', 'organisation', 'country']).optional(),
    }),
  },
  responses: { 200: { description: 'A page of them', content: { 'application/json': { schema: peopleForm } } }, ...problems },
});

const actorRoute = createRoute({
  method: 'get',
  path: '/actors/{id}',
  summary: 'Somebody over all documents, with every actor that is taken for the person, and why',
  request: { params: z.object({ id: z.string().min(1).max(500).openapi({ example: 'who:1f0c22ab9e01d3' }) }), query: pageQuery },
  responses: { 200: { description: 'The person', content: { 'application/json': { schema: actorForm } } }, ...problems },
});

export const actors = ({ archive }: Services) =>
  router()
    .openapi(listRoute, async (context) => {
      const { name, kind, ...page } = context.req.valid('query');
      const part = partAsked(page);
      // One more than is shown tells whether there are more.
      const people = await archive.people({ ...given({ name, kind }), limit: part.to + 1 });
      return context.json(as(peopleForm, { items: people.slice(part.from, part.to), next: nextOf(part, people.length) }), 200);
    })
    .openapi(actorRoute, async (context) => {
      const part = partAsked(context.req.valid('query'));
      const { links, ...person } = await archive.person(context.req.valid('param').id);
      const items = links.slice(part.from, part.to);
      return context.json(as(actorForm, { ...person, items, all: links.length, next: nextOf(part, links.length) }), 200);
    });
