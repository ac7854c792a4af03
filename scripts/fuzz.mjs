// `npm run fuzz [-- --minutes N] [--seed N] [--only html,zip]`: coverage-guided fuzzing of every reader of bytes. What runs something new is kept in
// test/fuzz/corpus, what breaks something in test/fuzz/finds; both are run by `npm test` (test/fuzz/fuzz.test.ts). Exit 1 where something broke.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bin, install, root, run } from './setup.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    built: { type: 'boolean' },
  },
});
install();
if (!values.built) run('build', process.execPath, [bin('typescript/bin/tsc'), '-p', join(root, 'tsconfig.fuzz.json')]);
const { fuzz } = await import(pathToFileURL(join(root, 'build/fuzz/test/fuzz/run.js')));
console.log(`seed ${values.seed}`);
const told = await fuzz(join(root, 'test/fuzz'), Number(values.minutes), Number(values.seed), values.only?.split(',') ?? []);
const sum = (key) => told.reduce((total, one) => total + one[key], 0);
const finds = told.flatMap((one) => one.finds);
console.log(`${sum('inputs')} inputs in ${values.minutes} minutes, ${finds.length} finds`);
process.exit(finds.length === 0 ? 0 : 1);
