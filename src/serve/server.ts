import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import type { Archive } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { openFetcher } from '../fetch/fetcher.ts';
import { asItIs } from '../ingest/as-it-is.ts';
import { packageFolder } from '../package-folder.ts';
import { unreadable } from '../work/perform.ts';
import { Pool } from '../work/pool.ts';
import { appOf, type Door } from './app.ts';
import { type RequestLimits, usualRequestLimits } from './guards/limits.ts';
import { Jobs } from './jobs.ts';
import { Metrics } from './metrics.ts';
import { PageThread } from './original/thread.ts';
import { readingWithin } from './readings.ts';
import type { Services } from './services.ts';

export interface ServeOptions extends Omit<Door, 'pages'> {
  /** 0 for one that is free. */
  readonly port: number;
  readonly workers?: number;
  readonly lexicon?: string | null;
  /** Servers that addresses may name although they are in no public network. */
  readonly allowHosts?: readonly string[];
}

/** A server that runs. */
export interface Served {
  /** `http://127.0.0.1:7717` */
  readonly address: string;
  /** Answers what is under way, then closes. */
  stop(): Promise<void>;
}

/** Milliseconds that answers under way have when the server is to stop. */
const PATIENCE = 10_000;

const cannotListen = (host: string, port: number, error: NodeJS.ErrnoException): ReadoutError =>
  new ReadoutError(
    'READOUT_SERVE_ADDRESS',
    `Nothing can be served at ${host}, port ${port}: ${error.code === 'EADDRINUSE' ? 'another program is there' : (error.code ?? error.message)}.`,
    'Choose another with --port (0 takes one that is free) or --host.',
    error,
  );

/** Where the page was built, beside dist/. */
function pagesFolder(): string | null {
  const folder = join(packageFolder(), 'web-dist');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

/** @throws ReadoutError READOUT_SERVE_ADDRESS */
export async function startServer(archive: Archive, options: ServeOptions): Promise<Served> {
  const { host, port, lexicon = null, workers = availableParallelism() } = options;
  const limits: RequestLimits = { ...usualRequestLimits, ...options.limits };
  const form = { view: 'quotations', why: false, width: 80, colour: false } as const;
  const pool = new Pool(new URL('../work/worker.js', import.meta.url), workers, { lexicon, published: null, to: 'jsonl', options: form });
  const readings = readingWithin(limits.readings, (task) => pool.run(task));
  const pages = new PageThread(new URL('./original/worker.js', import.meta.url));
  const jobs = new Jobs();
  const fetcher = openFetcher({ allowHosts: options.allowHosts ?? [] });
  const metrics = new Metrics();
  metrics.gauge('readout_readings_waiting', 'Texts being read or waiting for a worker.', () => readings.waiting());
  metrics.gauge('readout_resident_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  metrics.gauge('readout_uptime_seconds', 'Since the process began.', () => Math.round(process.uptime()));
  metrics.gauge('readout_jobs_waiting', 'Jobs that run or wait.', () => jobs.waiting());
  const services: Services = {
    ...{ archive, jobs, read: readings.read },
    readToKeep: async (task) => (task.kind === 'problem' ? unreadable(task.problem, 'jsonl') : (asItIs(task) ?? pool.run(task))),
    fetch: (address) => fetcher.fetch(address),
    light: (page) => pages.light(page),
  };
  const app = appOf(services, { ...options, pages: pagesFolder() }, metrics);

  const server = listen({ fetch: app.fetch, hostname: host, port, serverOptions: { requestTimeout: 60_000, headersTimeout: 10_000 } });
  const actual = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(host, port, error)));
    server.once('listening', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  }).catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async stop() {
      jobs.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE);
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await closed;
      clearTimeout(late);
      await Promise.all([pool.close(), pages.close()]);
    },
  };
}
