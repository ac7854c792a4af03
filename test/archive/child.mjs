// An ingest in a process of its own, to be killed: everything is real but the engine, which takes `Name said “…”` for a quotation.
// node child.mjs ARCHIVE SOURCE… prints "begun", then the ledger.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const from = (path) => import(join(dist, path));
const [{ openArchive }, { filesOf }, { offersOf }, { usualLimits }, { ingest }, { perform, unreadable }, { identify }] = await Promise.all(
  [
    'archive/open.js',
    'ingest/files.js',
    'ingest/offers.js',
    'ingest/limits.js',
    'ingest/run.js',
    'work/perform.js',
    'reading/identity.js',
  ].map(from),
);

const engine = {
  async read(document) {
    const { origin: _origin, skipped: _skipped, ...described } = document;
    const { text } = document;
    const actors = [];
    const quotations = [...text.matchAll(/([A-Z]\w+) said (“[^”]+”)/gu)].map((match, i) => {
      const id = `a${i + 1}`;
      const [whole, name, content] = match;
      const end = match.index + whole.length;
      actors.push({
        ...{ id, name, kind: 'person', of: null, role: null, country: null, sector: null, wikidata: null },
        mentions: [{ start: match.index, end: match.index + name.length, form: 'name' }],
      });
      return {
        ...{
          id: `q${i + 1}`,
          kind: 'direct',
          content: [{ start: end - content.length, end }],
          cue: null,
          source: null,
          speaker: id,
          speakers: [id],
        },
        ...{ unknown: null, candidates: [], via: [], stance: 'statement', denied: false, hedged: false, hedge: null, score: 1 },
      };
    });
    const reading = {
      ...{ readout: 1, document: { id: identify(text), ...described }, names: [], actors, quotations, events: [], places: [], times: [] },
      ledger: { characters: text.length, read: text.length, skipped: [] },
      engine: { version: '0.0.1', model: `sha256:${'0'.repeat(64)}` },
    };
    return { reading, decisions: [] };
  },
};

const settings = { lexicon: null, published: null, to: 'jsonl', options: { view: 'quotations', why: false, width: 80, colour: false } };
const [archiveName, ...sources] = process.argv.slice(2);

async function* tasks() {
  for await (const found of filesOf(sources, archiveName)) yield* offersOf(found, usualLimits, () => undefined);
}

const archive = await openArchive(archiveName, { create: true });
console.log('begun');
const read = async (task) => (task.kind === 'problem' ? unreadable(task.problem, 'jsonl') : perform(engine, task, settings));
const ledger = await ingest(archive, tasks(), read, { tasks: 4, bytes: 1e6 }, { step: () => undefined, problem: () => undefined });
await archive.close();
console.log(JSON.stringify(ledger));
