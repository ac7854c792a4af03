// `npm run demo`: sets everything up, reads the bundled articles, prints their readings, says what was read, and ends.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root } from './setup.mjs';

install();
build();

const examples = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => join('examples', name));
const readout = (args, stdio) =>
  spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'read', ...args], { cwd: root, stdio, maxBuffer: 1e9 });

const start = performance.now();
const { status } = readout(examples, 'inherit');
const seconds = (performance.now() - start) / 1000;

const { stdout } = readout(['--to', 'jsonl', ...examples], ['ignore', 'pipe', 'inherit']);
const readings = stdout
  .toString()
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((reading) => !reading.error);
const sum = (count) => readings.reduce((total, reading) => total + count(reading), 0);
const words = sum(({ document }) => document.text.split(/\s+/).filter(Boolean).length);
const said = ({ quotations }) => quotations.filter(({ stance }) => stance !== 'intent');

console.log(`
${'─'.repeat(80)}
Read ${readings.length} Wikinews articles (CC BY 2.5; see examples/README.md), ${words} words, in ${seconds.toFixed(1)} s, model and all:
${sum((reading) => said(reading).length)} quotations, ${sum((reading) => said(reading).filter(({ speaker }) => speaker !== null).length)} of them with their speaker, and ${sum(({ events }) => events.length)} events.

Your own: node dist/cli/main.js read article.html
Help:     node dist/cli/main.js read --help`);
process.exitCode = status ?? 1;
