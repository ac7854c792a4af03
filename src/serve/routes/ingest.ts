import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { usualLimits } from '../../ingest/limits.ts';
import { ingest as ingestAll } from '../../ingest/run.ts';
import { tasksOf } from '../../ingest/tasks.ts';
import type { Task } from '../../work/task.ts';
import { as, z } from '../forms/api.ts';
import { jobForm, type ToIngest, toIngestForm } from '../forms/job.ts';
import { problems } from '../forms/problem.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.string().min(1).max(40).openapi({ example: '1' }) });
const job = (description: string) => ({ description, content: { 'application/json': { schema: jobForm } } });

const ingestRoute = createRoute({
  method: 'post',
  path: '/ingest',
  summary: 'Read and keep: documents that are sent along, addresses that are asked for',
  request: { body: { required: true, content: { 'application/json': { schema: toIngestForm } } } },
  responses: { 202: job('The job that does it'), ...problems },
});

const jobRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'How far a job has come',
  request: { params },
  responses: { 200: job('The job'), ...problems },
});

const eventsRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}/events',
  summary: 'The same as server-sent events: a `job` whenever it has changed, until it has ended',
  request: { params },
  responses: {
    200: { description: 'Events whose data is a Job', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems,
  },
});

/** Tasks before workers, so that a reading that a person waits for is soon one's turn. */
const AHEAD = 4;
const MOST_BYTES = 32 * 1024 * 1024;
/** Milliseconds between two events of one job: a person sees no more. */
const PACE = 100;

async function* tasksIn({ documents = [], addresses = [] }: ToIngest, { fetch }: Services): AsyncGenerator<Task> {
  for (const [record, document] of documents.entries())
    yield { kind: 'line', bytes: new TextEncoder().encode(JSON.stringify(document)), uri: null, record };
  const sources = addresses.map((address) => ({ address }));
  yield* tasksOf(sources, fetch, usualLimits, () => undefined);
}

export const ingest = (services: Services) =>
  router()
    .openapi(ingestRoute, (context) => {
      const asked = context.req.valid('json');
      const { archive, readToKeep, jobs } = services;
      const made = jobs.add((watcher) =>
        ingestAll(archive, tasksIn(asked, services), readToKeep, { tasks: AHEAD, bytes: MOST_BYTES }, watcher),
      );
      return context.json(as(jobForm, made), 202, { Location: `/api/jobs/${made.id}` });
    })
    .openapi(jobRoute, (context) => context.json(as(jobForm, services.jobs.get(context.req.valid('param').id)), 200))
    .openapi(eventsRoute, (context) => {
      const { id } = context.req.valid('param');
      services.jobs.get(id);
      return streamSSE(context, async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        for await (const form of services.jobs.follow(id, gone.signal)) {
          await stream.writeSSE({ event: 'job', data: JSON.stringify(form) });
          if (form.state === 'running') await stream.sleep(PACE);
        }
      });
    });
