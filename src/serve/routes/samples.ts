import { createRoute } from '@hono/zod-openapi';
import type { Sample } from '../../archive/sample/sample.ts';
import { queryOf } from '../asked.ts';
import { as, z } from '../forms/api.ts';
import { nextOf, pageQuery, partAsked } from '../forms/page.ts';
import { problems } from '../forms/problem.ts';
import { cardForm, sampleForm, samplesForm, toDrawForm, toJudgeForm } from '../forms/sample.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const sampleAnswer = (description: string) => ({ description, content: { 'application/json': { schema: sampleForm } } });
const cardAnswer = (description: string) => ({ description, content: { 'application/json': { schema: cardForm } } });

const drawRoute = createRoute({
  method: 'post',
  path: '/samples',
  summary: 'Draw records to be judged; what was drawn just so before is given again, with its verdicts',
  request: { body: { required: true, content: { 'application/json': { schema: toDrawForm } } } },
  responses: { 201: sampleAnswer('The sample'), ...problems },
});

const listRoute = createRoute({
  method: 'get',
  path: '/samples',
  summary: 'The samples, the newest first',
  request: { query: pageQuery },
  responses: { 200: { description: 'A page of them', content: { 'application/json': { schema: samplesForm } } }, ...problems },
});

const sampleRoute = createRoute({
  method: 'get',
  path: '/samples/{id}',
  summary: 'A sample with its records, verdicts and trust card',
  request: { params },
  responses: { 200: sampleAnswer('The sample'), ...problems },
});

const judgeRoute = createRoute({
  method: 'post',
  path: '/samples/{id}/judgements',
  summary: 'Say of drawn records whether they are right; all of it is kept, or nothing',
  request: { params, body: { required: true, content: { 'application/json': { schema: toJudgeForm } } } },
  responses: { 200: cardAnswer('The trust card as it is now'), ...problems },
});

const forgetRoute = createRoute({
  method: 'delete',
  path: '/samples/{id}',
  summary: 'Forget a sample and its verdicts',
  request: { params },
  responses: { 200: sampleAnswer('What is forgotten'), ...problems },
});

const trustRoute = createRoute({
  method: 'get',
  path: '/trust',
  summary: 'The trust card of everything judged in this archive: precision with its interval, by type and outlet',
  responses: { 200: cardAnswer('The card'), ...problems },
});

const sent = ({ asked, ...same }: Sample) => ({ ...same, asked: { ...asked, query: asked.query as Record<string, unknown> } });

export const samples = ({ archive }: Services) =>
  router()
    .openapi(drawRoute, async (context) => {
      const { size, seed, by, ...filters } = context.req.valid('json');
      const made = await archive.draw({ size, seed, by: by ?? null, query: queryOf(filters) });
      return context.json(as(sampleForm, sent(made)), 201);
    })
    .openapi(listRoute, async (context) => {
      const part = partAsked(context.req.valid('query'));
      const all = await archive.samples();
      const items = all
        .slice(part.from, part.to)
        .map((one) => ({ ...one, asked: { ...one.asked, query: one.asked.query as Record<string, unknown> } }));
      return context.json(as(samplesForm, { items, next: nextOf(part, all.length) }), 200);
    })
    .openapi(sampleRoute, async (context) => context.json(as(sampleForm, sent(await archive.sample(context.req.valid('param').id))), 200))
    .openapi(judgeRoute, async (context) => {
      const { judgements } = context.req.valid('json');
      return context.json(as(cardForm, await archive.judge(context.req.valid('param').id, judgements)), 200);
    })
    .openapi(forgetRoute, async (context) => {
      const { id } = context.req.valid('param');
      const gone = await archive.sample(id);
      await archive.forgetSample(id);
      return context.json(as(sampleForm, sent(gone)), 200);
    })
    .openapi(trustRoute, async (context) => context.json(as(cardForm, await archive.trust()), 200));
