// `node scripts/notice.mjs` tells where NOTICE does not name what package-lock.json installs along with Readout, with its licence, or names what it does not;
// `--write` writes that part of NOTICE anew. `npm run check` and a test run it. A licence that may not ship is a fault in either case.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const BEGINS = 'Named in package.json:\n';
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** What a package of Apache-2.0 may bring along. */
const allowed =
  /^\(?(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|WTFPL|Python-2\.0)(?: OR [\w.-]+)*\)?$/;

/** Packages that come along with Readout: name → its versions, licence, author. */
function along() {
  const { packages } = read('package-lock.json');
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license }]) => {
      let own = {};
      try {
        own = read(join(path, 'package.json'));
      } catch {
        // For another system: it is not installed here.
      }
      const author = typeof own.author === 'string' ? own.author : own.author?.name;
      const licence = license ?? own.license?.type ?? own.license ?? 'unknown';
      return { name: path.replace(/^.*node_modules\//, ''), version, licence, author: author?.replace(/\s*[<(].*$/, '').trim() || null };
    });
}

const wrapped = (text) => {
  const lines = [];
  let line = '  ';
  for (const word of text.split(' ')) {
    if (line.length + word.length > 150) {
      lines.push(line.trimEnd());
      line = '    ';
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
};

/** The part of NOTICE that is made by this program. */
export function installedAlong() {
  const named = read('package.json').dependencies;
  const all = along();
  const order = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);
  const own = all.filter(({ name, version }) => named[name] === version).sort(order);
  const rest = new Map();
  for (const { name, version, licence } of all.filter((one) => !own.includes(one)).sort(order))
    rest.set(licence, new Set([...(rest.get(licence) ?? []), `${name} ${version}`]));
  const lines = own.map(({ name, version, licence, author }) => `  ${name} ${version}: ${licence}${author ? `, ${author}` : ''}`);
  const groups = [...rest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([licence, names]) => wrapped(`${licence}: ${[...names].join(', ')}`));
  const unfit = all.filter(({ licence }) => !allowed.test(licence)).map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const text = `${BEGINS}
${lines.join('\n')}

better-sqlite3 carries SQLite (public domain). onnxruntime-node carries ONNX Runtime (MIT, Microsoft).

What these need in turn, by licence:

${groups.join('\n')}
`;
  return { text, unfit };
}

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain) {
  const path = join(root, 'NOTICE');
  const notice = readFileSync(path, 'utf8');
  const { text, unfit } = installedAlong();
  const written = notice.slice(0, notice.indexOf(BEGINS)) + text;
  if (process.argv.includes('--write')) writeFileSync(path, written);
  const faults = unfit.map((one) => `its licence is not on the list: ${one}`);
  if (!process.argv.includes('--write') && written !== notice) {
    const lines = (value) => new Set(value.split('\n'));
    const [mine, theirs] = [lines(text), lines(notice.slice(notice.indexOf(BEGINS)))];
    for (const line of mine) if (!theirs.has(line)) faults.push(`NOTICE lacks: ${line.trim().slice(0, 160)}`);
    for (const line of theirs) if (!mine.has(line)) faults.push(`NOTICE has: ${line.trim().slice(0, 160)}`);
    faults.push('node scripts/notice.mjs --write puts it right.');
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
