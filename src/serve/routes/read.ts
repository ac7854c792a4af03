import { createRoute } from '@hono/zod-openapi';
import { ReadoutError } from '../../error.ts';
import { usualLimits } from '../../ingest/limits.ts';
import { offersOfVisit } from '../../ingest/web.ts';
import type { Task } from '../../work/task.ts';
import { as } from '../forms/api.ts';
import { freshReadingForm } from '../forms/document.ts';
import { problems } from '../forms/problem.ts';
import { readForm, type ToRead } from '../forms/read.ts';
import { several, theReading } from '../outcome.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

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

/** The one task that an address gives. @throws ReadoutError READOUT_FETCH_…, READOUT_FORMAT_UNSUPPORTED */
async function taskOfAddress(url: string, { fetch }: Services): Promise<Task> {
  const visit = { address: url, fetched: await fetch(url) };
  const tasks: Task[] = [];
  for await (const task of offersOfVisit(visit, fetch, usualLimits)) {
    tasks.push(task);
    if (tasks.length > 1) throw several(url);
  }
  const [task] = tasks;
  if (task === undefined) throw new ReadoutError('READOUT_INPUT_EMPTY', `${url} holds nothing to read.`, 'Give the address of an article.');
  return task;
}

async function taskOf(asked: ToRead, services: Services): Promise<Task> {
  const why = asked.why ?? false;
  if ('text' in asked || 'html' in asked) {
    const { why: _, ...line } = asked;
    return { kind: 'line', bytes: new TextEncoder().encode(JSON.stringify(line)), uri: null, record: 0, why };
  }
  const task = await taskOfAddress(asked.url, services);
  return task.kind === 'problem' ? task : { ...task, why, published: asked.published ?? null };
}

export const read = (services: Services) =>
  router().openapi(readRoute, async (context) => {
    const asked = context.req.valid('json');
    const outcome = await services.read(await taskOf(asked, services));
    return context.json(as(freshReadingForm, theReading(outcome, asked.url ?? 'The input')), 200);
  });
