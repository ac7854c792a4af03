// `npm run evaluate`: prints the table of figures over the development sets in ../shared (needs python3 for the project's measure, score.py).
import { join } from 'node:path';
import { bin, install, root, run } from './setup.mjs';

install();
run('build', process.execPath, [bin('typescript/bin/tsc'), '-p', join(root, 'tsconfig.eval.json')]);
process.argv[2] ??= join(root, '..', 'shared');
await import(join(root, 'build/eval/main.js'));
