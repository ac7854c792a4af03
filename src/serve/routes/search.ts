import { createRoute } from '@hono/zod-openapi';
import { queryOf } from '../asked.ts';
import { as } from '../forms/api.ts';
import { problems } from '../forms/problem.ts';
import { searchForm, searchQuery } from '../forms/search.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Find quotations and events, newest first',
  request: { query: searchQuery },
  responses: {
    200: {
      description: 'A page of them, with counts of what all of them can be narrowed by',
      content: { 'application/json': { schema: searchForm } },
    },
    ...problems,
  },
});

export const search = ({ archive }: Services) =>
  router().openapi(searchRoute, async (context) => {
    const { facets: wanted, ...asked } = context.req.valid('query');
    const query = queryOf(asked);
    const page = await archive.find(query);
    const facets = (wanted ?? asked.cursor === undefined) ? await archive.facets(query) : null;
    return context.json(as(searchForm, { ...page, facets }), 200);
  });
