// `npm run bench [-- --full] [--write]`: words a second, peak memory and cold start; `--write` puts them into README.md.
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { intoReadme } from './readme.mjs';
import { build, install, root } from './setup.mjs';

const WORKERS = '2';
const main = join(root, 'dist/cli/main.js');
const articles = join(root, '../shared/data/articles/political-news.jsonl.gz');

install();
build();

/** Peak resident memory and processor time of a process and all below it, sampled: worker threads share one process. */
function watchMemory(pid) {
  let peak = 0;
  let ticks = 0;
  const children = (id) => {
    try {
      return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .flatMap((child) => [child, ...children(child)]);
    } catch {
      return [];
    }
  };
  const sample = () => {
    let sum = 0;
    for (const id of [pid, ...children(pid)]) {
      try {
        sum += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
      } catch {
        // It has ended.
      }
    }
    peak = Math.max(peak, sum);
    try {
      const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .slice(11, 13)
        .map(Number);
      ticks = user + system;
    } catch {
      // It has ended.
    }
  };
  const timer = setInterval(sample, 20);
  return () => {
    clearInterval(timer);
    return { megabytes: peak / 1024, processor: ticks / 100 };
  };
}

async function filter(input) {
  const start = performance.now();
  const child = spawn(process.execPath, [main, 'read', '--from', 'jsonl', '--to', 'jsonl', '--workers', WORKERS], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const memory = watchMemory(child.pid);
  createReadStream(input).pipe(child.stdin);
  let results = 0;
  child.stdout.on('data', (chunk) => {
    for (const byte of chunk) if (byte === 10) results++;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { seconds: (performance.now() - start) / 1000, ...memory(), results, code };
}

function coldStart() {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [main, 'read', join(root, 'examples/iran-admits-downing-jet.txt')], { stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[2];
}

const rows = [];
if (existsSync(articles)) {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(articles).pipe(createGunzip()) })) lines.push(line);
  const sets = [['200 articles (every 20th)', lines.filter((_, i) => i % 20 === 0)]];
  if (process.argv.includes('--full')) sets.push([`${lines.length} articles`, lines]);
  for (const [name, set] of sets) {
    const words = set.reduce((sum, line) => sum + JSON.parse(line).text.split(/\s+/).filter(Boolean).length, 0);
    const input = join(folder, 'articles.jsonl');
    writeFileSync(input, `${set.join('\n')}\n`);
    const { seconds, megabytes, processor, results, code } = await filter(input);
    rows.push([
      `${name}, ${words} words, ${WORKERS} workers`,
      `${Math.round(words / seconds)} words a second (${Math.round(words / processor)} a second of processor time), peak ${Math.round(megabytes)} MB${code === 0 ? '' : `, exit ${code}`}${results === set.length ? '' : `, ${results} results!`}`,
    ]);
  }
  rmSync(folder, { recursive: true });
} else {
  console.log(`The articles are not on this machine (${articles}): only the cold start is measured.`);
}
rows.push(['one article from a cold start, median of 5', `${coldStart().toFixed(2)} s`]);

const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
const table = [`| on ${machine} | measured |`, '|---|---|', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`)].join('\n');
console.log(`\n${table}`);
if (process.argv.includes('--write')) intoReadme('speed', table);
