import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QueueState } from '../archive/queue/queue.ts';
import { ReadoutError } from '../error.ts';
import type { Tally } from './tally.ts';

/** What is told of a worker. */
export interface Told {
  readonly tally: Tally;
  readonly natsUp: boolean;
  readonly archiveUp: boolean;
  /** As last seen in the archive; null where it has not been seen yet. */
  readonly state: QueueState | null;
}

const series = (name: string, type: 'counter' | 'gauge', help: string, values: Readonly<Record<string, number>>): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...Object.entries(values).map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`),
  ].join('\n');

/** In the form that Prometheus reads. */
export function metricsText({ tally, natsUp, archiveUp, state }: Told): string {
  const fates = Object.fromEntries(Object.entries(tally.fates).map(([fate, count]) => [`fate="${fate}"`, count]));
  const lines = [
    series('readout_work_documents_total', 'counter', 'Documents, by what became of them.', fates),
    series('readout_work_offers_total', 'counter', 'Lines, files and pages that came to an end.', { '': tally.done }),
    series('readout_work_failures_total', 'counter', 'Tries that failed.', { '': tally.failed }),
    series('readout_work_set_aside_total', 'counter', 'Documents set aside by this worker.', { '': tally.setAside }),
    series('readout_work_idle_hints_total', 'counter', 'Hints for what was done or in hand already.', { '': tally.idle }),
    series('readout_work_seconds_total', 'counter', 'Time spent on documents, over all that are in hand at once.', {
      'on="reading"': Number(tally.reading.toFixed(3)),
      'on="keeping"': Number(tally.keeping.toFixed(3)),
    }),
    series('readout_work_in_hand', 'gauge', 'Documents in hand.', { '': tally.underWay }),
    series('readout_work_up', 'gauge', 'Whether it can be reached.', {
      'what="nats"': Number(natsUp),
      'what="archive"': Number(archiveUp),
    }),
    series('readout_resident_bytes', 'gauge', 'Memory of the process.', { '': process.memoryUsage.rss() }),
  ];
  if (state !== null)
    lines.push(
      series('readout_work_lag', 'gauge', 'Documents of the archive that wait or are in hand, over all workers.', { '': state.waiting }),
      series('readout_work_set_aside', 'gauge', 'Documents of the archive that are set aside.', { '': state.poison }),
      series('readout_work_done_last_minute', 'gauge', 'Documents done in the last minute, over all workers.', { '': state.done }),
    );
  return `${lines.join('\n')}\n`;
}

/**
 * Serves /metrics, /healthz (the process lives) and /readyz (NATS and the archive can be reached).
 * @param port 0 for one that is free @returns its port @throws ReadoutError READOUT_SERVE_ADDRESS
 */
export async function serveMetrics(host: string, port: number, told: () => Told): Promise<{ port: number; close(): void }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    const plain = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' });
      response.end(text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') plain(405, 'GET only\n');
    else if (path === '/metrics') plain(200, metricsText(told()));
    else if (path === '/healthz') plain(200, 'ok\n');
    else if (path === '/readyz') {
      const { natsUp, archiveUp } = told();
      plain(natsUp && archiveUp ? 200 : 503, `nats ${natsUp ? 'up' : 'away'}, archive ${archiveUp ? 'up' : 'away'}\n`);
    } else plain(404, 'See /metrics, /healthz, /readyz.\n');
  });
  server.requestTimeout = 5000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new ReadoutError(
          'READOUT_SERVE_ADDRESS',
          `No metrics can be served at ${host}, port ${port}: ${(error as NodeJS.ErrnoException).code ?? error.message}.`,
          'Choose another port with --metrics (0 takes one that is free), or another --metrics-host.',
          error,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
