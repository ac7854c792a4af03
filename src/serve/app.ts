import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { ReadoutError } from '../error.ts';
import { version } from '../version.ts';
import { type ApiDocument, docsPage } from './docs/page.ts';
import { docsStyle } from './docs/style.ts';
import { safeHeaders } from './guards/headers.ts';
import { hostGuard } from './guards/host.ts';
import { bodyGuard, type RequestLimits, timeGuard, usualRequestLimits } from './guards/limits.ts';
import { jsonGuard, originGuard } from './guards/origin.ts';
import { tokenFromAddress, tokenGuard } from './guards/token.ts';
import { Metrics } from './metrics.ts';
import { page } from './page.ts';
import { problemAnswer } from './problem.ts';
import { router } from './router.ts';
import { actors } from './routes/actors.ts';
import { corrections } from './routes/corrections.ts';
import { documents } from './routes/documents.ts';
import { exportArchive } from './routes/export.ts';
import { ingest } from './routes/ingest.ts';
import { looks } from './routes/looks.ts';
import { read } from './routes/read.ts';
import { records } from './routes/records.ts';
import { runs } from './routes/runs.ts';
import { samples } from './routes/samples.ts';
import { search } from './routes/search.ts';
import type { Services } from './services.ts';

/** The API's routes; a new one is a file in routes/ and a line here. */
const routes = [read, search, documents, records, ingest, actors, looks, corrections, samples, runs, exportArchive] as const;

const described = {
  openapi: '3.1.0',
  info: { title: 'Readout', version, description: 'Who said what, who did what to whom, where, when, and on whose word.' },
} as const;

/** How the server is reached. */
export interface Door {
  /** Bound to: an address or name. */
  readonly host: string;
  /** Names that it goes by besides. */
  readonly names: readonly string[];
  /** Asked of everybody; null on loopback, where the machine's users are trusted. */
  readonly token: string | null;
  /** The page's built files; null where there are none. */
  readonly pages: string | null;
  readonly limits?: Partial<RequestLimits>;
}

/** The route that answered, as its pattern: of all that matched the last that is no guard. */
const patternOf = (context: Context): string => matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';

const measured = (metrics: Metrics) =>
  createMiddleware(async (context, next) => {
    const start = performance.now();
    await next();
    metrics.answered(context.req.method, patternOf(context), context.res.status, (performance.now() - start) / 1000);
  });

const unknown = (path: string): ReadoutError =>
  new ReadoutError('READOUT_REQUEST_UNKNOWN', `There is nothing at ${path.slice(0, 200)}.`, 'See /api/docs for what there is.');

/** Everything that the server answers, without a server: tests ask it by `app.request`. */
export function appOf(services: Services, door: Door, metrics = new Metrics()): OpenAPIHono {
  const limits = { ...usualRequestLimits, ...door.limits };
  const app = router();
  app.onError((error, context) => problemAnswer(context, error));
  app.notFound((context) => problemAnswer(context, unknown(context.req.path)));
  app.use(measured(metrics), safeHeaders, hostGuard(door.host, door.names));
  app.get('/healthz', (context) => context.json({ status: 'ok', version }));
  app.get('/metrics', tokenGuard(door.token), (context) =>
    context.body(metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  app.use('/api/*', originGuard, tokenGuard(door.token), jsonGuard, bodyGuard(limits), timeGuard(limits));
  for (const route of routes) app.route('/api', route(services));
  app.doc31('/api/openapi.json', described);
  app.get('/api/docs', (context) => context.html(docsPage(app.getOpenAPI31Document(described) as unknown as ApiDocument)));
  app.get('/api/docs.css', (context) => context.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.use(tokenFromAddress(door.token));
  if (door.pages !== null) app.route('/', page(door.pages));
  return app;
}
