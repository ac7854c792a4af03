import { createRoute } from '@hono/zod-openapi';
import { ReadoutError } from '../../error.ts';
import { usualLimits } from '../../ingest/limits.ts';
import { offersOfVisit } from '../../ingest/web.ts';
import type { Problem, Reading } from '../../reading/schema.ts';
import type { Outcome, Task } from '../../work/task.ts';
import { freshReadingForm } from '../forms/document.ts';
import { problems } from '../forms/problem.ts';
import { readForm, type ToRead } from '../forms/read.ts';
import { outcomeLines } from '../outcome.ts';
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

const several = (url: string): ReadoutError =>
  new ReadoutError('READOUT_FORMAT_UNSUPPORTED', `${url} holds more than one article.`, 'Keep them with POST /api/ingest.');

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

/** The one reading of an outcome. @throws ReadoutError what stands in its place */
function theReading(outcome: Outcome, about: string): Reading {
  const results = outcomeLines(outcome) as readonly (Reading | Problem)[];
  const [first] = results;
  if (results.length > 1) throw several(about);
  if (first === undefined) throw new ReadoutError('READOUT_INPUT_EMPTY', `${about} holds nothing to read.`, 'Give an article.');
  if (!('error' in first)) return first;
  const { code, message, next } = first.error;
  throw new ReadoutError(code as ReadoutError['code'], message, next);
}

export const read = (services: Services) =>
  router().openapi(readRoute, async (context) => {
    const asked = context.req.valid('json');
    const outcome = await services.read(await taskOf(asked, services));
    return context.json(theReading(outcome, 'url' in asked && asked.url ? asked.url : 'The input'), 200);
  });
