import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from './document/document.ts';
import { paragraphs as paragraphsOf } from './document/paragraphs.ts';
import { readable } from './document/readable.ts';
import { sentences as sentencesOf } from './document/sentences.ts';
import { ReadoutError } from './error.ts';
import { type Calibration, calibrated, parseCalibration } from './extract/calibration.ts';
import { type Lexicon, lexiconFiles, parseLexicon } from './extract/lexicon/index.ts';
import { extract } from './extract/pipeline.ts';
import { type Decision, keeping, silent } from './extract/why.ts';
import { loadGazetteer } from './gazetteer-file.ts';
import { network as networkOf } from './model/network.ts';
import { modelFiles, openModel } from './model/session.ts';
import { vocabulary, wordPiece } from './model/wordpiece.ts';
import { packageFolder } from './package-folder.ts';
import { assemble } from './reading/assemble.ts';
import { underIds } from './reading/decisions.ts';
import type { Reading } from './reading/schema.ts';
import { version } from './version.ts';

/** Reads documents with one loaded model; one a thread. */
export interface Engine {
  read(document: Document, options: { readonly why: boolean }): Promise<{ reading: Reading; decisions: readonly Decision[] }>;
}

const root = packageFolder();

/**
 * Loads the model, the lexicons and the gazetteer.
 * @param options.lexicon a table of the user's own with the head line of one of data/*.tsv; its rows come before ours
 * @param options.calibrated false for scores as network and rules give them, from which data/calibration.tsv is fitted
 * @throws ReadoutError READOUT_MODEL_MISSING, READOUT_MODEL_DAMAGED, READOUT_DATA_MISSING, READOUT_LEXICON_INVALID
 */
export async function openEngine(options: { readonly lexicon?: string; readonly calibrated?: boolean }): Promise<Engine> {
  const files = await modelFiles(join(root, 'models'));
  const network = networkOf(await openModel(files.network), wordPiece(vocabulary(files.vocabulary)), files.manifest);
  const lexicon = lexiconOf(await lexiconTexts(), await ownLexicon(options.lexicon));
  const gazetteer = await loadGazetteer(join(root, 'data', 'gazetteer.br'));
  const calibration = options.calibrated === false ? null : await calibrationOf(join(root, 'data', 'calibration.tsv'));
  const engine = { version, model: `sha256:${files.manifest.sha256}` };
  return {
    async read(document, { why }) {
      const { read: paragraphs, skipped } = readable(document.text, paragraphsOf(document.text), document.skipped);
      const sentences = paragraphs.flatMap((paragraph) => sentencesOf(document.text, paragraph));
      const signals = await network.see(document.text, paragraphs, sentences);
      const trace = why ? keeping() : { ...silent, decisions: [] };
      const found = extract({ document, paragraphs, sentences, signals, lexicon, gazetteer, trace });
      const { reading } = assemble({ ...document, skipped }, calibration ? calibrated(found, calibration) : found, engine);
      return { reading, decisions: underIds(trace.decisions, reading) };
    },
  };
}

async function lexiconTexts(): Promise<Record<string, string>> {
  const paths = lexiconFiles.map((name) => join(root, 'data', name));
  try {
    return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
  } catch (error) {
    throw lexiconDamaged(error);
  }
}

async function calibrationOf(path: string): Promise<Calibration> {
  try {
    return parseCalibration(await readFile(path, 'utf8'));
  } catch (error) {
    throw lexiconDamaged(error);
  }
}

/** A fault of the user's file is the user's; a fault of ours is Readout's, and told as such. */
function lexiconOf(ours: Record<string, string>, own: Record<string, string>): Lexicon {
  try {
    return parseLexicon({ ...ours, ...own });
  } catch (error) {
    try {
      parseLexicon(ours);
    } catch (fault) {
      throw lexiconDamaged(fault);
    }
    throw error;
  }
}

const lexiconDamaged = (error: unknown): ReadoutError =>
  new ReadoutError(
    'READOUT_DATA_MISSING',
    `A table of Readout's lexicon is missing or damaged: ${error instanceof Error ? error.message : String(error)}`,
    'Install Readout again; the files under data/ come with the package.',
    error,
  );

/** The user's own file, if any; its rows come before ours. */
async function ownLexicon(path: string | undefined): Promise<Record<string, string>> {
  if (path === undefined) return {};
  try {
    return { [path]: await readFile(path, 'utf8') };
  } catch (error) {
    throw new ReadoutError('READOUT_LEXICON_INVALID', `The lexicon ${path} cannot be read.`, 'Check the path given with --lexicon.', error);
  }
}
