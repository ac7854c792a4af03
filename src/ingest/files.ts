import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReadoutError } from '../error.ts';
import { aboutOthers, isAboutOthers } from './beside-articles.ts';

/** A file to be ingested, or why there is none of a name. */
export type Found = { readonly path: string; readonly size: number } | { readonly path: string; readonly error: unknown };

const isPattern = (source: string): boolean => /[*?[\]{}]/.test(source);

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** Files of a folder and its folders, in the order of their names. Hidden ones are not meant; links to folders could go in circles. */
async function* within(folder: string): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error };
    return;
  }
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* within(path);
    else if (isAboutOthers(entry.name)) yield { path, error: aboutOthers(path) };
    else if (entry.isFile() || entry.isSymbolicLink()) yield* file(path, false);
  }
}

async function* file(path: string, named: boolean): AsyncGenerator<Found> {
  try {
    const about = await stat(path);
    if (about.isFile()) yield { path, size: about.size };
    else if (about.isDirectory() && named) yield* within(path);
    // A pipe or device in a folder would be waited for without end; one that is named is meant.
    else if (!about.isDirectory() && named) yield { path, size: 0 };
  } catch (error) {
    yield { path, error };
  }
}

async function* matching(pattern: string): AsyncGenerator<Found> {
  const { glob } = await import('tinyglobby');
  const paths = await glob(pattern, { onlyFiles: true, absolute: true, followSymbolicLinks: false });
  if (paths.length === 0) yield { path: pattern, error: notFound(pattern, 'No file matches') };
  for (const path of paths.sort()) yield* file(path, true);
}

const notFound = (name: string, what: string) =>
  new ReadoutError('READOUT_INPUT_NOT_FOUND', `${what} ${name}.`, 'Check the name and the folder.');

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

/**
 * The files that sources name, in their order: a file itself, a folder's files, what a pattern matches. A name that is there is never a
 * pattern, however it is written.
 * @param archive the archive's own file: in a folder that holds it, it and its journals are not offered
 */
export async function* filesOf(sources: readonly string[], archive: string | null): AsyncGenerator<Found> {
  const own = archive === null ? null : await real(archive);
  const isOwn = async (path: string) => own !== null && [own, `${own}-wal`, `${own}-shm`].includes(await real(path));
  for (const source of sources) {
    for await (const found of isPattern(source) && !(await exists(source)) ? matching(source) : file(source, true)) {
      if (!(await isOwn(found.path))) yield found;
    }
  }
}
