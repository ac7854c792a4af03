// `npm run evaluate`: prints the table of figures over the development sets in ../shared (needs python3 for the project's measure, score.py).
// `npm run evaluate -- --write` puts it into README.md as well.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { intoReadme } from './readme.mjs';
import { bin, install, root, run } from './setup.mjs';

install();
run('build', process.execPath, [bin('typescript/bin/tsc'), '-p', join(root, 'tsconfig.eval.json')]);
const { main } = await import(pathToFileURL(join(root, 'build/eval/main.js')));
const table = await main(root);
if (table && process.argv.includes('--write')) intoReadme('figures', table);
