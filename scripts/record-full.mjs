// `npm run record -- --full`: whole sets go into one archive through the front door. The ledgers must add up, the archive must be sound, and
// every slice must hold in a bundle, which is checked apart from the archive. `--write` puts the figures into docs/record.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { recordSearch } from './record-search.mjs';
import { root } from './setup.mjs';

const main = join(root, 'dist/cli/main.js');
const data = join(root, '../shared/data');
const sets = {
  'political-news, 4,000 articles': 'articles/political-news.jsonl.gz',
  'feeds/gofeed': 'feeds/gofeed',
  'archives/warcio': 'archives/warcio',
  pages: 'pages',
};
const workers = process.env.READOUT_WORKERS ?? String(availableParallelism());

/** Runs a command of Readout. What it prints on standard error is shown and counted. */
function readout(...args) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, seconds: (performance.now() - start) / 1000 }));
  });
}

const faults = [];
const check = (holds, what) => {
  if (!holds) faults.push(what);
  console.error(`${holds ? '✓' : '✗'} ${what}`);
};

/** How Readout itself counts: loaded when it is needed, since the build comes first. */
const counting = () => import(pathToFileURL(join(root, 'dist/archive/ledger.js')).href);
const reasons = (skipped) =>
  Object.entries(skipped)
    .sort()
    .map(([code, count]) => `${count} ${code.replace('READOUT_', '')}`)
    .join(', ');

/** All sets in, once or once more. */
async function ingested(archive, again) {
  const { addsUp, unreadOf } = await counting();
  const rows = [];
  for (const [name, path] of Object.entries(sets)) {
    const { code, out, seconds } = await readout('ingest', '--archive', archive, '--workers', workers, '--json', join(data, path));
    const ledger = JSON.parse(out);
    check(addsUp(ledger) && (code === 0) === (unreadOf(ledger) === 0), `${name}${again ? ', again' : ''}: the ledger adds up`);
    rows.push({ name, ledger, seconds });
  }
  return rows;
}

async function record(folder) {
  const archive = join(folder, 'archive.db');
  const first = await ingested(archive, false);
  const second = await ingested(archive, true);
  for (const [i, { name, ledger }] of second.entries()) {
    const before = first[i].ledger;
    check(ledger.read === 0 && ledger.versions === 0, `${name}, again: nothing is read twice`);
    check(JSON.stringify(ledger.skipped) === JSON.stringify(before.skipped), `${name}, again: the same is told of what cannot be read`);
  }
  const doctor = await readout('doctor', '--archive', archive, '--json');
  const { checks, findings } = JSON.parse(doctor.out);
  check(doctor.code === 0 && findings.length === 0, `doctor finds nothing (${checks.length} checks)`);
  for (const finding of findings.slice(0, 20)) console.error(`  ${JSON.stringify(finding)}`);
  const bundle = join(folder, 'bundle.zip');
  check((await readout('bundle', '--archive', archive, '--out', bundle, '--json')).code === 0, 'all of it goes into a bundle');
  const verify = await readout('verify', bundle, '--json');
  const { holds, failures, parts, engines: _, bundle: _name, sha256: _hash, ...counts } = JSON.parse(verify.out);
  check(verify.code === 0 && holds, `every slice holds: ${JSON.stringify(counts)}`);
  for (const failure of failures.slice(0, 20)) console.error(`  ${JSON.stringify(failure)}`);
  return { first, second, doctor, checks, bundle, verify, parts, counts, size: statSync(archive).size };
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

async function written({ first, second, doctor, checks, bundle, verify, counts, size }) {
  const { skippedOf } = await counting();
  const row = ({ name, ledger, seconds }, i) =>
    `| ${name} | ${ledger.offered} | ${ledger.read} | ${ledger.duplicate} | ${skippedOf(ledger)} | ${second[i].ledger.unchanged} | ${Math.round(seconds)} | ${reasons(ledger.skipped) || '–'} |`;
  return `# The whole sets through the front door

Written on ${new Date().toISOString().slice(0, 10)} by \`npm run record -- --full --write\`; no line of it is written by hand. What it does not say stands in [what the record leaves out](record-limits.md).
Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, workers: ${workers}. The sets are those of the development data, which are not part of the repository.
Offered = read + unchanged + duplicate + skipped held for every line, on the first run and on the second.

| set | offered | read | duplicate | skipped | unchanged when run again | seconds | skipped, by reason |
|---|---|---|---|---|---|---|---|
${first.map(row).join('\n')}

- \`doctor\`: ${checks.length} checks, nothing found, ${Math.round(doctor.seconds)} s. The archive has ${megabytes(size)}.
- \`bundle\` and \`verify\`: every slice holds; ${Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}; ${Math.round(verify.seconds)} s for ${megabytes(statSync(bundle).size)}.
`;
}

export async function recordFull({ write, keep }) {
  if (!existsSync(data)) throw new Error(`The sets are not on this machine (${data}).`);
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'readout-record-'));
  mkdirSync(folder, { recursive: true });
  try {
    const told = await record(folder);
    const searches = await recordSearch(join(folder, 'archive.db'));
    check(searches.holds, 'every kind of search by three things takes less than 50 ms at the 95th percentile, opening less than 100');
    const page = `${await written(told)}\n${searches.page}`;
    console.log(page);
    if (write && faults.length === 0) writeFileSync(join(root, 'docs/record.md'), page);
  } finally {
    if (keep === null) rmSync(folder, { recursive: true, force: true });
  }
  if (faults.length > 0) {
    console.error(`\n${faults.length} do not hold:\n${faults.join('\n')}`);
    process.exitCode = 1;
  }
}
