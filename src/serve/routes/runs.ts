import { createRoute } from '@hono/zod-openapi';
import { as } from '../forms/api.ts';
import { nextOf, pageQuery, partAsked } from '../forms/page.ts';
import { problems } from '../forms/problem.ts';
import { runsForm } from '../forms/run.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const ledgerRoute = createRoute({
  method: 'get',
  path: '/ledger',
  summary: 'Every ingest: what was offered, read and skipped, and why; the newest first',
  request: { query: pageQuery },
  responses: { 200: { description: 'A page of them', content: { 'application/json': { schema: runsForm } } }, ...problems },
});

export const runs = ({ archive }: Services) =>
  router().openapi(ledgerRoute, async (context) => {
    const part = partAsked(context.req.valid('query'));
    const all = await archive.runs();
    const items = all.slice(part.from, part.to);
    return context.json(as(runsForm, { items, all: all.length, next: nextOf(part, all.length) }), 200);
  });
