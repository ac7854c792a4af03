// `npm run mutate [-- src/document src/reading]`: Stryker changes the code and sees whether a test fails. Without folders: document/, extract/ and
// reading/, which takes hours. Fails below 75 of 100. What each mutation was stands in reports/mutation/.
import { spawnSync } from 'node:child_process';
import { bin, install, root } from './setup.mjs';

install();
const folders = process.argv.slice(2);
const mutate = (folders.length > 0 ? folders : ['src/document', 'src/extract', 'src/reading'])
  .map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`))
  .concat('!src/**/*.test.ts');
const { status } = spawnSync(
  process.execPath,
  [bin('@stryker-mutator/core/bin/stryker.js'), 'run', 'stryker.config.json', '--mutate', mutate.join(',')],
  {
    cwd: root,
    stdio: 'inherit',
    // Only the tests beside the code: those over the whole package need dist/ and take minutes each.
    env: { ...process.env, READOUT_MUTATE: '1' },
  },
);
process.exitCode = status ?? 1;
