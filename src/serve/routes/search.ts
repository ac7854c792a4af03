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
    200: { description: 'A page of them', content: { 'application/json': { schema: searchForm } } },
    ...problems,
  },
});

export const search = ({ archive }: Services) =>
  router().openapi(searchRoute, async (context) => {
    const page = await archive.find(queryOf(context.req.valid('query')));
    return context.json(as(searchForm, page), 200);
  });
