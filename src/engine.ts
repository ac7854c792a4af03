import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from './document/document.ts';
import { paragraphs as paragraphsOf } from './document/paragraphs.ts';
import { readable } from './document/readable.ts';
import { sentences as sentencesOf } from './document/sentences.ts';
import { ReadoutError } from './error.ts';
import { lexiconFiles, parseLexicon } from './extract/lexicon/index.ts';
import { extract } from './extract/pipeline.ts';
import { type Decision, keeping, silent } from './extract/why.ts';
import { loadGazetteer } from './gazetteer-file.ts';
import { network as networkOf } from './model/network.ts';
import { modelFiles, openModel } from './model/session.ts';
import { vocabulary, wordPiece } from './model/wordpiece.ts';
import { assemble } from './reading/assemble.ts';
import { underIds } from './reading/decisions.ts';
import type { Reading } from './reading/schema.ts';
import { version } from './version.ts';

/** Reads documents with one loaded model; one a thread. */
export interface Engine {
  read(document: Document, options: { readonly why: boolean }): Promise<{ reading: Reading; decisions: readonly Decision[] }>;
}

/** The package's folder, from dist/ as from any other build of src/. */
const root = packageFolder(dirname(fileURLToPath(import.meta.url)));

/**
 * Loads the model, the lexicons and the gazetteer.
 * @param options.lexicon a table of the user's own with the head line of one of data/*.tsv; its rows come before ours
 * @throws ReadoutError READOUT_MODEL_MISSING, READOUT_MODEL_DAMAGED, READOUT_LEXICON_INVALID
 */
export async function openEngine(options: { readonly lexicon?: string }): Promise<Engine> {
  const files = await modelFiles(join(root, 'models'));
  const network = networkOf(await openModel(files.network), wordPiece(vocabulary(files.vocabulary)), files.manifest);
  const lexicon = parseLexicon({ ...(await lexiconTexts()), ...(await ownLexicon(options.lexicon)) });
  const gazetteer = await loadGazetteer(join(root, 'data', 'gazetteer.br'));
  const engine = { version, model: `sha256:${files.manifest.sha256}` };
  return {
    async read(document, { why }) {
      const { read: paragraphs, skipped } = readable(document.text, paragraphsOf(document.text), document.skipped);
      const sentences = paragraphs.flatMap((paragraph) => sentencesOf(document.text, paragraph));
      const signals = await network.see(document.text, paragraphs, sentences);
      const trace = why ? keeping() : { ...silent, decisions: [] };
      const found = extract({ document, paragraphs, sentences, signals, lexicon, gazetteer, trace });
      const { reading } = assemble({ ...document, skipped }, found, engine);
      return { reading, decisions: underIds(trace.decisions, reading) };
    },
  };
}

async function lexiconTexts(): Promise<Record<string, string>> {
  const texts = await Promise.all(lexiconFiles.map(async (name) => [name, await readFile(join(root, 'data', name), 'utf8')] as const));
  return Object.fromEntries(texts);
}

/** The user's own file, if any; its rows come before ours. */
async function ownLexicon(path: string | undefined): Promise<Record<string, string>> {
  if (path === undefined) return {};
  try {
    return { [path]: await readFile(path, 'utf8') };
  } catch (error) {
    throw new ReadoutError('READOUT_LEXICON_INVALID', `The lexicon ${path} cannot be read.`, 'Check the path given with --lexicon.', error);
  }
}

function packageFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(dirname(folder));
}
