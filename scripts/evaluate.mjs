// `npm run evaluate`: measures everything over the development sets in ../shared and prints the table of figures.
// `npm run evaluate -- --write` fits the map of scores (data/calibration.tsv), writes docs/accuracy.md with its picture, and the table in README.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { intoReadme } from './readme.mjs';
import { bin, install, root, run } from './setup.mjs';

install();
run('build', process.execPath, [bin('typescript/bin/tsc'), '-p', join(root, 'tsconfig.eval.json')]);
const { main } = await import(pathToFileURL(join(root, 'build/eval/main.js')));
const made = await main(root);
if (made && process.argv.includes('--write')) {
  writeFileSync(join(root, 'data/calibration.tsv'), made.calibration);
  writeFileSync(join(root, 'docs/accuracy.md'), made.card);
  writeFileSync(join(root, 'docs/reliability.svg'), made.svg);
  intoReadme('figures', made.table);
}
