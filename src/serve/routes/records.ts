import { createRoute } from '@hono/zod-openapi';
import { itemOf } from '../../archive/find.ts';
import { parseId, recordId, shaOf } from '../../archive/ids.ts';
import type { DocumentView } from '../../archive/view.ts';
import { ReadoutError } from '../../error.ts';
import { againOf } from '../../work/again.ts';
import { as, z } from '../forms/api.ts';
import { lineageForm } from '../forms/looks.ts';
import { nextOf, pageQuery, partAsked } from '../forms/page.ts';
import { problems } from '../forms/problem.ts';
import { recordForm, whyForm } from '../forms/record.ts';
import { theReading } from '../outcome.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.string().min(1).max(100).openapi({ example: '1f0c22ab9e01:q7' }) });

const recordRoute = createRoute({
  method: 'get',
  path: '/records/{id}',
  summary: 'A quotation or event, with the actors it names and where it was printed',
  request: { params },
  responses: { 200: { description: 'The record', content: { 'application/json': { schema: recordForm } } }, ...problems },
});

const whyRoute = createRoute({
  method: 'get',
  path: '/records/{id}/why',
  summary:
    'What decided each field of a record (or of a place or time, as 1f0c22ab9e01:p2), how surely, and what was turned down; its text is read once more for it',
  request: { params },
  responses: { 200: { description: 'The decisions', content: { 'application/json': { schema: whyForm } } }, ...problems },
});

const lineageRoute = createRoute({
  method: 'get',
  path: '/records/{id}/lineage',
  summary: 'Wherever it was printed, how many independent origins that has, and what was changed on the way',
  request: { params, query: pageQuery },
  responses: {
    200: { description: 'Its printings, the oldest first', content: { 'application/json': { schema: lineageForm } } },
    ...problems,
  },
});

const noRecord = (id: string): ReadoutError =>
  new ReadoutError('READOUT_RECORD_NOT_FOUND', `“${id}” is no record of this archive.`, 'GET /api/search gives ids.');

/** A record of a document, with all that it names. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
export function recordIn({ reading, printings }: DocumentView, local: string) {
  const event = reading.events.find((one) => one.id === local);
  const item = itemOf(reading, local, event?.date ?? reading.document.published ?? '');
  if (item === undefined) throw noRecord(recordId(shaOf(reading.document.id), local));
  const named = JSON.stringify(item.record);
  return { ...item, actorsInFull: reading.actors.filter(({ id }) => named.includes(`"${id}"`)), printings };
}

/** @throws ReadoutError READOUT_RECORD_NOT_FOUND */
function localOf(id: string): string {
  const local = parseId(id)?.local ?? null;
  if (local === null) throw noRecord(id);
  return local;
}

/** What decisions are told of: records, and the places and times that they name. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
function decidedIn({ reading }: DocumentView, id: string): string {
  const local = id.split(/[:#]/).at(-1) ?? '';
  const all = [...reading.quotations, ...reading.events, ...reading.places, ...reading.times];
  if (all.some((one) => one.id === local)) return local;
  throw noRecord(id);
}

/** The document of an id of anything in it. */
const documentPart = (id: string): string => id.replace(/[:#][a-z]\d{1,7}$/, '');

export const records = ({ archive, read }: Services) =>
  router()
    .openapi(recordRoute, async (context) => {
      const { id } = context.req.valid('param');
      const local = localOf(id);
      return context.json(as(recordForm, recordIn(await archive.document(id), local)), 200);
    })
    .openapi(whyRoute, async (context) => {
      const { id } = context.req.valid('param');
      const view = await archive.document(documentPart(id));
      const local = decidedIn(view, id);
      const fresh = theReading(await read(againOf(view.reading, { why: true })), id);
      const { version, model } = view.reading.engine;
      const decisions = (fresh.why ?? []).filter((decision) => decision.record === local);
      const sameEngine = fresh.engine.version === version && fresh.engine.model === model;
      return context.json(as(whyForm, { id: recordId(shaOf(view.reading.document.id), local), sameEngine, decisions }), 200);
    })
    .openapi(lineageRoute, async (context) => {
      const { id } = context.req.valid('param');
      localOf(id);
      const part = partAsked(context.req.valid('query'));
      const { prints, ...lineage } = await archive.lineage(id);
      const items = prints.slice(part.from, part.to);
      return context.json(as(lineageForm, { ...lineage, items, all: prints.length, next: nextOf(part, prints.length) }), 200);
    });
