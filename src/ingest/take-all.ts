import { type Counts, countPut, skip } from '../archive/ledger.ts';
import type { Archive } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { problemOf } from '../work/problem.ts';
import { type KeptSource, keptSource, looksKept } from './kept-source.ts';
import type { Watcher } from './run.ts';
import type { Source } from './sources.ts';
import { correctionKey, take, takeCorrection } from './take.ts';

/** Sources to be read, and files that hold what was read and kept elsewhere. */
export interface Sorted {
  readonly toRead: readonly Source[];
  readonly toTake: readonly string[];
}

/** Looks into each file's first bytes. A pipe can only be read once: it is not looked into. */
export async function sorted(sources: readonly Source[]): Promise<Sorted> {
  const toRead: Source[] = [];
  const toTake: string[] = [];
  for (const found of sources) {
    const isKept = 'size' in found && found.size > 0 && (await isKeptSource(found.path));
    if (isKept) toTake.push(found.path);
    else toRead.push(found);
  }
  return { toRead, toTake };
}

async function isKeptSource(path: string): Promise<boolean> {
  try {
    return await looksKept(path);
  } catch {
    // What is wrong with the file is told when it is read.
    return false;
  }
}

const unknown = (path: string): ReadoutError =>
  new ReadoutError(
    'READOUT_READING_INVALID',
    `${path} has a line of a kind that this version does not know.`,
    'Install the version that wrote it. The other lines are taken.',
  );

/** Takes all documents of such files into the archive, and counts each printing as what was offered. */
export async function takeAll(archive: Archive, paths: readonly string[], counts: Counts, watcher: Watcher): Promise<void> {
  for (const path of paths) {
    const passOver = (error: unknown): void => {
      const problem = problemOf(error, { id: null, uri: path, record: null });
      skip(counts, problem.error.code);
      watcher.problem(problem);
      watcher.step(counts);
    };
    let source: KeptSource | null = null;
    try {
      source = await keptSource(path);
      if (source !== null) await takeFrom(archive, source, path, counts, watcher, passOver);
    } catch (error) {
      if (error instanceof ReadoutError && error.code.startsWith('READOUT_ARCHIVE_')) throw error;
      passOver(error);
    } finally {
      await source?.close();
    }
  }
}

async function takeFrom(
  archive: Archive,
  source: KeptSource,
  path: string,
  counts: Counts,
  watcher: Watcher,
  passOver: (error: unknown) => void,
): Promise<void> {
  let standing: Set<string> | null = null;
  for await (const { kind, bytes } of source.items()) {
    try {
      if (kind === 'unknown') throw unknown(path);
      if (kind === 'correction') {
        standing ??= new Set((await archive.corrections()).map(correctionKey));
        await takeCorrection(archive, standing, bytes, path);
        continue;
      }
      for (const put of await take(archive, source, bytes, path)) countPut(counts, put);
      watcher.step(counts);
    } catch (error) {
      if (!(error instanceof ReadoutError && error.code === 'READOUT_READING_INVALID')) throw error;
      passOver(error);
    }
  }
}
