// `npm run record -- --search ARCHIVE [--write]`: how long it takes to open an archive, to search it by three things at once, and to count what is found
// by all facets. Processor time is told beside the time on the clock, which other programs on the machine make longer. `--write` puts the figures into docs/record.md.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { root } from './setup.mjs';

const EACH = 40;
const MOST = 50;

/** The same archive is asked the same. */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
}

/** Kinds of search, each by three things or more. Common words and names are the slowest. */
function kinds(names) {
  const random = chance(7);
  const pick = (some) => some[Math.floor(random() * some.length)];
  const word = () =>
    pick(['president', 'the', 'said', 'government', 'election', 'people', 'state', 'country', 'war', 'he', 'officials', 'law']);
  const name = () => pick(names);
  return {
    'speaker, kind, hedged': () => ({ speaker: name(), kind: pick(['direct', 'indirect', 'mixed']), hedged: random() < 0.2 }),
    'word, speaker, since': () => ({ words: [word()], speaker: name(), since: '2016' }),
    'word, kind, until': () => ({ words: [word()], kind: 'direct', until: '2019' }),
    'type, actor, negated': () => ({ type: pick(['CONSULT', 'ACCUSE', 'ASSAULT', 'REQUEST']), actor: name(), negated: false }),
    'word, type, country': () => ({ words: [word()], type: pick(['CONSULT', 'ACCUSE']), place: 'US' }),
    'word, kind, hedged': () => ({ words: [word()], kind: 'indirect', hedged: true }),
    'on whose word, record, type': () => ({ saidBy: name(), sort: 'event', type: 'ACCUSE' }),
    'cue, kind, speaker': () => ({ cue: 'said', kind: 'direct', speaker: name() }),
    'cue, kind, negated': () => ({ cue: 'said', kind: 'direct', negated: false }),
    'word, box, type': () => ({ words: [word()], type: 'ASSAULT', place: { south: 20, west: 30, north: 50, east: 60 } }),
    'two words by relevance, kind, hedged': () => ({ words: [word(), word()], kind: 'direct', hedged: false, order: 'relevance' }),
  };
}

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
async function timed(work) {
  const [clock, own] = [performance.now(), processor()];
  await work();
  return { clock: performance.now() - clock, own: processor() - own };
}
const quantile = (times, share, of) =>
  times.map((time) => time[of]).sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const told = (times) =>
  `${quantile(times, 0.5, 'own').toFixed(1)} | ${quantile(times, 0.95, 'own').toFixed(1)} | ${quantile(times, 0.95, 'clock').toFixed(1)}`;

function sizeOf(database, file) {
  let text = 0;
  for (const { packed } of database.prepare('select packed from texts').iterate())
    text += Buffer.byteLength(JSON.parse(brotliDecompressSync(packed).toString()));
  return { text, ratio: statSync(file).size / text };
}

/** Puts the figures of searches into docs/record.md, in place of those of another run. */
export function intoRecord(page) {
  const path = join(root, 'docs/record.md');
  const record = readFileSync(path, 'utf8');
  writeFileSync(path, `${record.slice(0, record.indexOf('## Searches'))}${page}`);
}

/** @returns the figures as Markdown, and whether every kind of search, and opening, are within what is asked; the size is told */
export async function recordSearch(file) {
  const { openArchive } = await import(pathToFileURL(join(root, 'dist/archive/open.js')).href);
  const database = new Database(file, { readonly: true });
  const speakers =
    "select actors.name, count(*) as often from parts join actors on actors.id = parts.actor where parts.part = 's' group by actors.name";
  const names = database
    .prepare(`${speakers} order by often desc, actors.name limit 400`)
    .all()
    .map(({ name }) => name);
  const { quotations, events } = database.prepare('select count(kind) as quotations, count(*) - count(kind) as events from records').get();
  const { text, ratio } = sizeOf(database, file);
  database.close();
  const opened = await timed(async () => (await openArchive(file, { create: false })).close());
  const archive = await openArchive(file, { create: false });
  // People are linked when they are first looked at after documents came in; that is no part of a search, but of the archive's size.
  await archive.people({ limit: 1 });
  const rows = [];
  const all = [];
  const slow = [];
  for (const [kind, query] of Object.entries(kinds(names))) {
    const [found, counted] = [[], []];
    let hits = 0;
    for (let i = 0; i < EACH; i++) {
      const asked = query();
      found.push(await timed(async () => (hits += (await archive.find(asked)).items.length)));
      counted.push(await timed(() => archive.facets(asked)));
    }
    all.push(...found);
    if (quantile(found, 0.95, 'own') >= MOST) slow.push(kind);
    rows.push(`| ${kind} | ${(hits / EACH).toFixed(1)} | ${told(found)} | ${told(counted)} |`);
  }
  await archive.close();
  const linked = statSync(file).size / text;
  return {
    holds: slow.length === 0 && opened.own < 2 * MOST,
    page: `## Searches

Written on ${new Date().toISOString().slice(0, 10)} by what \`npm run record -- --search ARCHIVE\` runs, Node ${process.version}.

${quotations} quotations and ${events} events over ${(text / 1e6).toFixed(1)} MB of text. The archive has ${ratio.toFixed(2)} times its size, ${linked.toFixed(2)} with people linked. Opening it: ${opened.own.toFixed(0)} ms of
processor time (${opened.clock.toFixed(0)} ms on the clock). All searches: median ${quantile(all, 0.5, 'own').toFixed(1)} ms, 95th percentile ${quantile(all, 0.95, 'own').toFixed(1)} ms of processor time. ${EACH} of each kind, in ms:

| by | items on a page | find, median | 95 % | on the clock | facets, median | 95 % | on the clock |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`,
  };
}
