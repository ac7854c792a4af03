import { createRoute } from '@hono/zod-openapi';
import type { Query } from '../../archive/query.ts';
import { queryOf } from '../asked.ts';
import { as, type z } from '../forms/api.ts';
import { claimsForm, networkForm, placesForm, quotedForm, timelineForm } from '../forms/looks.ts';
import { nextOf, type Part, partAsked } from '../forms/page.ts';
import { problems } from '../forms/problem.ts';
import { lookQuery } from '../forms/search.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const look = <Path extends string, Form extends z.ZodType>(path: Path, summary: string, schema: Form) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { query: lookQuery },
    responses: { 200: { description: summary, content: { 'application/json': { schema } } }, ...problems },
  });

const timelineRoute = look('/timeline', 'What happened, the oldest first; what several articles tell of one day is one', timelineForm);
const networkRoute = look('/network', 'Who did what to whom, the edges with the most independent origins first', networkForm);
const claimsRoute = look('/claims', 'Claims and their denials', claimsForm);
const placesRoute = look('/places', 'Where it happened, the places with the most events first', placesForm);
const quotedRoute = look('/quoted', 'Who gets quoted, and how', quotedForm);

/** The part of the list that is asked for, and the query that makes the list so far. */
function asked(given: z.output<typeof lookQuery>): { readonly part: Part; readonly query: Query } {
  const { cursor: _, ...filters } = given;
  const part = partAsked(given);
  return { part, query: { ...queryOf(filters), limit: part.to } };
}

/** Looks over the whole archive. */
export const looks = ({ archive }: Services) =>
  router()
    .openapi(timelineRoute, async (context) => {
      const { part, query } = asked(context.req.valid('query'));
      const { moments, all } = await archive.timeline(query);
      return context.json(as(timelineForm, { items: moments.slice(part.from), all, next: nextOf(part, all) }), 200);
    })
    .openapi(networkRoute, async (context) => {
      const { part, query } = asked(context.req.valid('query'));
      const { nodes, edges, all } = await archive.network(query);
      const shown = edges.slice(part.from);
      const ends = new Set(shown.flatMap(({ actor, recipient }) => [actor, recipient]));
      return context.json(
        as(networkForm, { nodes: nodes.filter(({ id }) => ends.has(id)), edges: shown, all, next: nextOf(part, all) }),
        200,
      );
    })
    .openapi(placesRoute, async (context) => {
      const { part, query } = asked(context.req.valid('query'));
      const { places, all, nowhere } = await archive.places(query);
      return context.json(as(placesForm, { items: places.slice(part.from), nowhere, all, next: nextOf(part, all) }), 200);
    })
    .openapi(claimsRoute, async (context) => {
      const { part, query } = asked(context.req.valid('query'));
      const { claims, all } = await archive.claims(query);
      return context.json(as(claimsForm, { items: claims.slice(part.from), all, next: nextOf(part, all) }), 200);
    })
    .openapi(quotedRoute, async (context) => {
      const { part, query } = asked(context.req.valid('query'));
      const { people, named: all, ...counts } = await archive.quoted(query);
      return context.json(as(quotedForm, { ...counts, items: people.slice(part.from), all, next: nextOf(part, all) }), 200);
    });
