import { createRoute } from '@hono/zod-openapi';
import { as } from '../forms/api.ts';
import { freshReadingForm } from '../forms/document.ts';
import { problems } from '../forms/problem.ts';
import { readForm } from '../forms/read.ts';
import { theReading } from '../outcome.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';
import { taskOf } from '../to-read.ts';

const readRoute = createRoute({
  method: 'post',
  path: '/read',
  summary: 'Read a text, a page or an address; keeps nothing',
  request: { body: { required: true, content: { 'application/json': { schema: readForm } } } },
  responses: {
    200: { description: 'What was read in it', content: { 'application/json': { schema: freshReadingForm } } },
    ...problems,
  },
});

export const read = (services: Services) =>
  router().openapi(readRoute, async (context) => {
    const asked = context.req.valid('json');
    const outcome = await services.read(await taskOf(asked, services.fetch));
    return context.json(as(freshReadingForm, theReading(outcome, asked.url ?? 'The input')), 200);
  });
