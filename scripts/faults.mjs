// `npm run faults [-- --articles 2000 --kills 20 --workers 3 --milliseconds 120 --store postgres]`: workers, nats-server and PostgreSQL are
// each killed with -9 so many times while articles are read, and the archive is compared with one that was read in peace. The engine is
// that of the tests, so that the run is about what is kept and not about what is read.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  bin,
  build,
  install,
  natsMissing,
  natsServer,
  postgresFolder,
  postgresMissing,
  provideNats,
  providePostgres,
  root,
  run,
} from './setup.mjs';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    workers: { type: 'string', default: '3' },
    milliseconds: { type: 'string', default: '120' },
    store: { type: 'string', default: 'postgres' },
    log: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});

if (!values.built) {
  install();
  build();
  run('build what kills', process.execPath, [bin('typescript/bin/tsc'), '-p', 'tsconfig.eval.json']);
}
providePostgres();
provideNats();
const [nats, postgres] = [natsServer(), postgresFolder()];
for (const [path, missing] of [
  [nats, natsMissing],
  [postgres, postgresMissing],
])
  if (path === null) throw new Error(missing);

const { underFaults } = await import('../build/test/work/support/faults.js');
const folder = mkdtempSync(join(tmpdir(), 'readout-faults-'));
// PostgreSQL runs as another user.
chmodSync(folder, 0o711);
const [articles, kills, workers, milliseconds] = [values.articles, values.kills, values.workers, values.milliseconds].map(Number);
const faults = {
  articles,
  worker: kills,
  nats: kills,
  postgres: values.store === 'postgres' ? kills : 0,
  workers,
  milliseconds,
  store: values.store,
};
try {
  const came = await underFaults(
    faults,
    { root, folder, nats, postgres },
    (text) => console.error(text),
    values.log ? (text) => process.stderr.write(text) : undefined,
  );
  const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
  console.log(`${articles} articles, ${workers} workers, archive in ${values.store}, ${came.seconds.toFixed(0)} s`);
  for (const [victim, all] of Object.entries(came.recovered))
    if (all.length > 0)
      console.log(
        `${victim}: killed ${all.length} times; the next document was done after ${middle(all).toFixed(2)} s (median), at most ${Math.max(...all).toFixed(2)} s`,
      );
  const same = came.dump === came.wanted;
  const ledgers = JSON.stringify({ ...came.ledger, versions: 0 }) === JSON.stringify({ ...came.wantedLedger, versions: 0 });
  console.log(`ledger ${JSON.stringify(came.ledger)}, ${ledgers ? 'as' : 'NOT as'} in peace`);
  console.log(
    `dump of ${came.dump.length} characters ${same ? 'byte for byte as' : 'NOT as'} in peace; ${came.findings} findings of doctor, ${came.setAside} set aside`,
  );
  process.exitCode = same && ledgers && came.findings === 0 && came.setAside === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
