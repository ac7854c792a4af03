// `npm run try-package [-- FILE.tgz]`: packs Readout, looks at its form and types (publint, arethetypeswrong), and installs and runs it with Node 20, 22 and 24, each
// from the npm package `node`. Exit 1 where something fails. Needs the npm registry.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bin, install, root } from './setup.mjs';

// onnxruntime-node fetches CUDA's libraries when it is installed, from a host that need not be reachable; Readout runs on the processor alone.
const VERSIONS = ['20', '22', '24'];
const folder = mkdtempSync(join(tmpdir(), 'readout-package-'));
let failed = false;

function step(title, command, args, options = {}) {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) {
    failed = true;
    console.log(`${stdout ?? ''}${stderr ?? ''}`.slice(-3000));
  }
  return status === 0 ? stdout : null;
}

install();
const given = process.argv[2];
if (given === undefined) step('npm pack', 'npm', ['pack', '--pack-destination', folder, root]);
const file = given ? resolve(given) : join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'none');
console.log(`  ${(statSync(file).size / 1e6).toFixed(1)} MB packed`);
step('publint', process.execPath, [bin('publint/src/cli.js'), 'run', '--strict', file]);
step('arethetypeswrong', process.execPath, [bin('@arethetypeswrong/cli/dist/index.js'), file, '--profile', 'esm-only']);

const article = join(root, 'examples/iran-admits-downing-jet.txt');
const readings = new Set();
for (const version of VERSIONS) {
  const own = mkdtempSync(join(folder, `node-${version}-`));
  writeFileSync(
    join(own, 'package.json'),
    '{"name":"try","private":true,"type":"module","allowScripts":{"node":true,"better-sqlite3":true}}',
  );
  const options = { cwd: own };
  if (step(`Node ${version}: its own binary`, 'npm', ['install', '--no-audit', '--no-fund', `node@${version}`], options) === null) continue;
  const node = join(own, 'node_modules/node/bin/node');
  const path = {
    ...process.env,
    npm_config_onnxruntime_node_install: 'skip',
    PATH: `${join(own, 'node_modules/node/bin')}:${process.env.PATH}`,
  };
  const env = { ...options, env: path };
  const told = step(`Node ${version}: which`, node, ['--version'], env);
  if (told === null) continue;
  console.log(`  ${told.trim()}`);
  if (step(`Node ${version}: npm install of the package`, 'npm', ['install', '--no-audit', '--no-fund', file], env) === null) continue;
  const main = join(own, 'node_modules/readout/dist/cli/main.js');
  readings.add(step(`Node ${version}: readout read`, node, [main, 'read', '--to', 'jsonl', article], env));
  step(`Node ${version}: readout ingest`, node, [main, 'ingest', '--archive', 'a.db', article], env);
  step(`Node ${version}: readout doctor`, node, [main, 'doctor', '--archive', 'a.db'], env);
  writeFileSync(
    join(own, 'library.mjs'),
    "import { openEngine, readLine } from 'readout';\nimport 'readout/client';\nconst { document } = readLine('{\"text\":\"Kim said he would go.\"}', 0, {});\nconst { reading } = await (await openEngine({})).read(document, { why: false });\nif (reading.quotations.length !== 1) process.exit(1);\n",
  );
  step(`Node ${version}: the library`, node, ['library.mjs'], env);
}
if (readings.size === 1) console.log('✓ the same reading, byte for byte, on each');
else {
  failed = true;
  console.log('✗ the readings differ');
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
