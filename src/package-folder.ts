import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ReadoutError } from './error.ts';

function isOurs(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'readout';
  } catch {
    return false;
  }
}

/**
 * The package's folder, where data/ and models/ stand: the nearest one upwards with Readout's package.json, from src/ as from dist/ or
 * any other build.
 * @throws ReadoutError READOUT_DATA_MISSING when there is none
 */
export function packageFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isOurs(folder)) return folder;
    if (folder === dirname(folder)) {
      throw new ReadoutError('READOUT_DATA_MISSING', `No folder above ${from} is Readout's package.`, 'Install Readout again.');
    }
  }
}
