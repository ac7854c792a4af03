import { expect, test } from 'vitest';
import { metricsText, serveMetrics, type Told } from './metrics.ts';
import { Tally } from './tally.ts';

const tally = new Tally();
tally.count({ offered: 5, read: 2, versions: 0, unchanged: 1, duplicate: 1, skipped: { READOUT_JSON_INVALID: 1 } });
const told: Told = {
  ...{ tally, natsUp: true, archiveUp: false },
  state: { waiting: 12, since: null, done: 3, poison: 1, open: 1, poisoned: [] },
};

test('every line is of the form that Prometheus reads, every series has its help and type', () => {
  const lines = metricsText(told).trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="\w+"\})? \d+(?:\.\d+)?)$/);
  for (const line of lines.filter((one) => !one.startsWith('#'))) expect(lines.join('\n')).toContain(`# TYPE ${/^\w+/.exec(line)?.[0]} `);
  expect(lines).toContain('readout_work_documents_total{fate="read"} 2');
  expect(lines).toContain('readout_work_documents_total{fate="skipped"} 1');
  expect(lines).toContain('readout_work_lag 12');
  expect(lines).toContain('readout_work_up{what="archive"} 0');
});

test('it lives while something is away, but is not ready', async () => {
  let now = told;
  const { port, close } = await serveMetrics('127.0.0.1', 0, () => now);
  try {
    const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect(await ask('/metrics')).toBe(200);
    expect(await ask('/healthz')).toBe(200);
    expect(await ask('/readyz')).toBe(503);
    now = { ...told, archiveUp: true };
    expect(await ask('/readyz')).toBe(200);
    expect(await ask('/else')).toBe(404);
    await expect(serveMetrics('127.0.0.1', port, () => now)).rejects.toMatchObject({ code: 'READOUT_SERVE_ADDRESS' });
  } finally {
    close();
  }
});
