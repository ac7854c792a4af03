import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ReadoutError } from './error.ts';
import { type Gazetteer, openGazetteer } from './extract/places/gazetteer.ts';
import { packageFolder } from './package-folder.ts';

const opened = new Map<string, Promise<Gazetteer>>(); // by path

/**
 * The gazetteer that comes with Readout (data/gazetteer.br of the package), read at the first call and kept.
 * @throws ReadoutError READOUT_DATA_MISSING when the file is not there or damaged.
 */
export function loadGazetteer(file: string = join(packageFolder(), 'data', 'gazetteer.br')): Promise<Gazetteer> {
  const known = opened.get(file) ?? read(file);
  opened.set(file, known);
  return known;
}

/** A gazetteer from a file of that form. */
export async function read(file: URL | string): Promise<Gazetteer> {
  try {
    return openGazetteer(brotliDecompressSync(await readFile(file)));
  } catch (error) {
    const why = error instanceof ReadoutError ? error.message : `${String(file)} cannot be read.`;
    throw new ReadoutError(
      'READOUT_DATA_MISSING',
      `The gazetteer is missing or damaged: ${why}`,
      'Install Readout again, or make it anew with scripts/gazetteer.mjs.',
      error,
    );
  }
}
