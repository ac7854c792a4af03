import { open, readFile } from 'node:fs/promises';
import { type Found, filesOf } from './files.ts';
import { feedsIn, isOpml } from './opml.ts';

/** What a person named: a file, or an address of the web. */
export type Source = Found | Address;

export interface Address {
  readonly address: string;
  /** Whether a list of feeds named it, and not a person. */
  readonly listed?: true;
}

/** Whether it is written as an address; a file of such a name can be named as `./http:/…`. */
export const isAddress = (source: string): boolean => /^[a-z][a-z0-9+.-]{1,20}:\/\//iu.test(source);

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(16_384);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file that is named and lists feeds stands for them. One in a folder or archive does not: what is asked of the web, a person has named. */
async function* named(found: Found): AsyncGenerator<Source> {
  // A pipe has no size, and its head can be read only once.
  if ('error' in found || found.size === 0) {
    yield found;
    return;
  }
  const { path } = found;
  try {
    if (isOpml(await headOf(path))) for (const address of await feedsIn(await readFile(path), path)) yield { address, listed: true };
    else yield found;
  } catch (error) {
    yield { path, error };
  }
}

/**
 * All that sources name, in their order: addresses, files, the feeds of an OPML file, a folder's files, what a pattern matches.
 * @param archive the archive's own file, which is never offered
 */
export async function* sourcesOf(sources: readonly string[], archive: string | null): AsyncGenerator<Source> {
  for (const source of sources) {
    if (isAddress(source)) {
      yield { address: source };
      continue;
    }
    for await (const found of filesOf([source], archive)) {
      if (found.path === source) yield* named(found);
      else yield found;
    }
  }
}
