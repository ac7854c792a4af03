// `npm run evaluate`: measures everything over the development sets in ../shared and prints the table of figures.
// `npm run evaluate -- --write` fits the map of scores (data/calibration.tsv), writes docs/accuracy.md with its picture, and the table in README.md,
// unless ../shared/score/score.py disagrees with a figure or could not be asked (it needs python3).
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { intoReadme } from './readme.mjs';
import { bin, install, root, run } from './setup.mjs';

install();
run('build', process.execPath, [bin('typescript/bin/tsc'), '-p', join(root, 'tsconfig.eval.json')]);
const from = (name) => import(pathToFileURL(join(root, 'build/eval', name)));
const [{ main }, { write }] = await Promise.all(['main.js', 'write.js'].map(from));
const made = await main(root);
if (made && process.argv.includes('--write')) {
  if (write(root, made)) intoReadme('figures', made.table);
  else {
    console.error(`Nothing was written: score.py does not say the same, or was not asked (${made.disagreements.length} lines above).`);
    process.exitCode = 1;
  }
}
