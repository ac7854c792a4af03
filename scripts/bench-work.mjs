// `npm run bench:work [-- --articles 200]`: with the real reader, what a second worker adds, what the queue costs beside an ingest in one
// process, and how soon a burst of three times the usual rate is read. Only a machine that is otherwise idle gives figures of worth.
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { build, install, natsMissing, natsServer, provideNats, root } from './setup.mjs';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    burst: { type: 'string', default: '20' },
    built: { type: 'boolean', default: false },
  },
});
if (!values.built) {
  install();
  build();
}
provideNats();
const program = natsServer();
if (program === null) throw new Error(natsMissing);
const from = (path) => import(join(root, 'dist', path));
const [{ openArchive }, { openHints }, { queuedOf }] = await Promise.all(
  ['archive/open.js', 'queue/connect.js', 'queue/task.js'].map(from),
);

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
const main = join(root, 'dist/cli/main.js');
const children = new Set();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}
const ended = (child) => new Promise((resolve) => child.once('close', resolve));

/** Seconds of processor time so far. */
function processor({ pid }) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user + system) / 100;
  } catch {
    return Number.NaN;
  }
}

/** The project's articles where they are, else the bundled ones, under numbers of their own, so that none is a copy. */
async function texts(count) {
  const whole = join(root, '../shared/data/articles/political-news.jsonl.gz');
  if (existsSync(whole)) {
    const all = [];
    for await (const line of createInterface({ input: createReadStream(whole).pipe(createGunzip()) })) all.push(line);
    const step = Math.max(1, Math.floor(all.length / count));
    return Array.from({ length: count }, (_, i) => {
      const article = JSON.parse(all[(i * step) % all.length]);
      return i * step < all.length ? article : { ...article, id: `${article.id}-${i}`, text: `${article.text}\n\nEdition ${i}.` };
    });
  }
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.txt'));
  return Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    text: `${readFileSync(join(root, 'examples', examples[i % examples.length]), 'utf8')}\n\nEdition ${i}.`,
  }));
}

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
mkdirSync(join(folder, 'nats'));
start(program, ['-js', '-sd', join(folder, 'nats'), '-a', '127.0.0.1', '-p', String(port)]);
const nats = `nats://127.0.0.1:${port}`;
await sleep(1000);

const count = Number(values.articles);
const articles = await texts(count);
const input = join(folder, 'articles.jsonl');
writeFileSync(input, `${articles.map((article) => JSON.stringify(article)).join('\n')}\n`);

/** An ingest in one process. @returns seconds from the first document to the last, and of the processor in all */
async function inOneProcess(workers) {
  const archive = join(folder, `one-${workers}.db`);
  const child = start(process.execPath, [main, 'ingest', input, '--archive', archive, '--workers', String(workers)]);
  let cpu = 0;
  const timer = setInterval(() => (cpu = processor(child) || cpu), 50);
  await ended(child);
  clearInterval(timer);
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(archive, { readonly: true });
  const seen = database.prepare('select min(seen) as first, max(seen) as last from printings').get();
  database.close();
  return { seconds: (Date.parse(seen.last) - Date.parse(seen.first)) / 1000, cpu };
}

/** The same by workers over the queue, each a process with one thread. */
async function byWorkers(workers) {
  const name = `work-${workers}`;
  const archive = join(folder, `${name}.db`);
  const flags = ['--nats', nats, '--stream', name, '--archive', archive];
  await ended(start(process.execPath, [main, 'ingest', input, '--to', 'nats', ...flags]));
  const all = Array.from({ length: workers }, () => start(process.execPath, [main, 'work', '--workers', '1', ...flags]));
  const opened = await openArchive(archive, { create: false });
  while ((await opened.queue.waiting()) > 0) await sleep(50);
  const cpu = all.map(processor).reduce((sum, one) => sum + one, 0);
  await opened.close();
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(archive, { readonly: true });
  const times = database.prepare('select min(finished) as first, max(finished) as last from queue').get();
  database.close();
  for (const child of all) child.kill('SIGTERM');
  await Promise.all(all.map(ended));
  return { seconds: (times.last - times.first) / 1000, cpu };
}

/** At half of what the workers can read, then three times that for a while, then as before, until nothing waits. */
async function burst(capacity, seconds) {
  const archive = join(folder, 'burst.db');
  const flags = ['--nats', nats, '--stream', 'burst', '--archive', archive];
  const opened = await openArchive(archive, { create: true });
  const hints = await openHints(nats, { stream: 'burst', most: 1000, answerWithin: 30_000 }, () => undefined);
  await hints.room();
  const workers = [1, 2].map(() => start(process.execPath, [main, 'work', '--workers', '1', ...flags]));
  const run = await opened.begin();
  let [number, due, most] = [0, 0, 0];
  const bring = async (rate, step) => {
    due += (rate * step) / 1000;
    const items = [];
    for (; due >= 1; due--, number++) {
      const { text } = articles[number % articles.length];
      const bytes = new TextEncoder().encode(JSON.stringify({ id: `b${number}`, text: `${text}\n\nNumber ${number}.` }));
      items.push(queuedOf({ kind: 'line', bytes, uri: '/burst.jsonl', record: number }, null));
    }
    if (items.length === 0) return;
    const left = await hints.offer(await opened.queue.add(run, items, true));
    if (left.length > 0) await opened.queue.notHinted(left);
  };
  const usual = capacity / 2;
  const phase = async (rate, until) => {
    for (let last = Date.now(); ; ) {
      await sleep(200);
      const now = Date.now();
      await bring(rate, now - last);
      last = now;
      const lag = await opened.queue.waiting();
      most = Math.max(most, lag);
      if (await until(lag)) return;
    }
  };
  const after = (milliseconds) => {
    const end = Date.now() + milliseconds;
    return () => Date.now() > end;
  };
  await phase(usual, after(seconds * 1000));
  const before = await opened.queue.waiting();
  await phase(usual * 3, after(seconds * 1000));
  const begun = Date.now();
  // At the usual rate something is always in hand: nothing waits when no more than that is left.
  await phase(usual, (lag) => lag <= Math.max(4, before));
  const took = (Date.now() - begun) / 1000;
  for (const child of workers) child.kill('SIGTERM');
  await Promise.all(workers.map(ended));
  await hints.close();
  await opened.close();
  return { usual, before, most, took };
}

const load = loadavg()[0];
const [embedded, one, two] = [await inOneProcess(1), await byWorkers(1), await byWorkers(2)];
const rate = ({ seconds }) => (count - 1) / seconds;
const rows = [
  [
    `${count} articles, ingest in one process, one thread`,
    `${rate(embedded).toFixed(1)} a second, ${embedded.cpu.toFixed(1)} s of processor time`,
  ],
  ['one worker of one thread over the queue', `${rate(one).toFixed(1)} a second, ${one.cpu.toFixed(1)} s of processor time`],
  ['two such workers', `${rate(two).toFixed(1)} a second: ${(rate(two) / rate(one)).toFixed(2)} × one`],
  [
    'what the queue costs',
    `${((one.cpu / embedded.cpu - 1) * 100).toFixed(1)} % of processor time, ${((one.seconds / embedded.seconds - 1) * 100).toFixed(1)} % of time`,
  ],
  ['a million a day', `11.6 a second: ${Math.ceil(11.6 / rate(one))} such threads`],
];
const back = await burst(rate(two), Number(values.burst));
rows.push([
  `${back.usual.toFixed(1)} a second, and ${values.burst} s of three times that`,
  `${back.before} to do before, ${back.most} at most, as before ${back.took.toFixed(0)} s after the burst`,
]);
console.log(
  `| on Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; load ${load.toFixed(1)} when it began | measured |\n|---|---|`,
);
for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
if (load > 0.5) console.log('\nThe machine was not idle: these figures are no measure of it.');
process.exit();
