import type { Archive } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { problemOf } from '../work/problem.ts';
import { type KeptSource, keptSource, looksKept } from './kept-source.ts';
import type { Counts, Watcher } from './run.ts';
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
    const skip = (error: unknown): void => {
      const problem = problemOf(error, { id: null, uri: path, record: null });
      counts.offered++;
      counts.skipped[problem.error.code] = (counts.skipped[problem.error.code] ?? 0) + 1;
      watcher.problem(problem);
      watcher.step(counts);
    };
    let source: KeptSource | null = null;
    try {
      source = await keptSource(path);
      if (source !== null) await takeFrom(archive, source, path, counts, watcher, skip);
    } catch (error) {
      if (error instanceof ReadoutError && error.code.startsWith('READOUT_ARCHIVE_')) throw error;
      skip(error);
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
  skip: (error: unknown) => void,
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
      for (const { fate, version } of await take(archive, source, bytes, path)) {
        counts.offered++;
        counts[fate]++;
        if (version) counts.versions++;
      }
      watcher.step(counts);
    } catch (error) {
      if (!(error instanceof ReadoutError && error.code === 'READOUT_READING_INVALID')) throw error;
      skip(error);
    }
  }
}
