// An ingest in a process of its own, to be killed: everything is real but the engine, which takes `Name said “…”` for a quotation.
// node child.mjs ARCHIVE SOURCE… prints "begun", then the ledger.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engine } from './fake-engine.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const from = (path) => import(join(dist, path));
const [{ openArchive }, { filesOf }, { offersOf }, { usualLimits }, { ingest }, { perform, unreadable }] = await Promise.all(
  ['archive/open.js', 'ingest/files.js', 'ingest/offers.js', 'ingest/limits.js', 'ingest/run.js', 'work/perform.js'].map(from),
);

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
