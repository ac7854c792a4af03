import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { ReadoutError } from './error.ts';
import { type Gazetteer, openGazetteer } from './extract/places/gazetteer.ts';

const opened = new Map<string, Promise<Gazetteer>>(); // by path

/**
 * The gazetteer that comes with Readout (data/gazetteer.br of the package), read at the first call and kept.
 * @throws ReadoutError READOUT_LEXICON_INVALID when the file is not there or damaged.
 */
export function loadGazetteer(file: URL | string = new URL('../data/gazetteer.br', import.meta.url)): Promise<Gazetteer> {
  const known = opened.get(String(file)) ?? read(file);
  opened.set(String(file), known);
  return known;
}

/** A gazetteer from a file of that form. */
export async function read(file: URL | string): Promise<Gazetteer> {
  let bytes: Uint8Array;
  try {
    bytes = brotliDecompressSync(await readFile(file));
  } catch (error) {
    throw new ReadoutError(
      'READOUT_LEXICON_INVALID',
      `The gazetteer ${String(file)} cannot be read.`,
      'Install Readout again, or make it anew with scripts/gazetteer.mjs.',
      error,
    );
  }
  return openGazetteer(bytes);
}
