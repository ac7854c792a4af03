import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Puts measured lines between the marks `<!-- NAME: start -->` and `<!-- NAME: end -->` of README.md, so that no figure there is typed by hand. */
export function intoReadme(name, text) {
  const path = join(root, 'README.md');
  const [start, end] = [`<!-- ${name}: start -->`, `<!-- ${name}: end -->`];
  const readme = readFileSync(path, 'utf8');
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no marks ${start} … ${end}`);
  writeFileSync(path, `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`);
}
