// `npm run check`: types, lint and format, dead code, package form; side by side, under 30 seconds.
import { spawn } from 'node:child_process';
import { bin, build, install, root } from './setup.mjs';

install();

const checks = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--pretty'] },
  { name: 'types of the page', args: [bin('typescript/bin/tsc'), '-p', 'web/tsconfig.json', '--pretty'] },
  { name: 'lint and format', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'licences', args: ['scripts/notice.mjs'] },
  { name: 'dead code', args: [bin('knip/bin/knip.js')] },
  // What the packed package offers must exist, so it is built first.
  { name: 'package form', before: build, args: [bin('publint/src/cli.js'), '--strict', '--pack', 'npm', '.'] },
];

function check({ name, args, before }) {
  const start = Date.now();
  before?.();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

const start = Date.now();
const good = await Promise.all(checks.map(check));
console.log(`${good.every(Boolean) ? 'all good' : 'not good'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
process.exitCode = good.every(Boolean) ? 0 : 1;
