import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadoutError } from '../error.ts';
import { readTable } from '../extract/lexicon/table.ts';
import { packageFolder } from '../package-folder.ts';

let known: ReadonlyMap<string, string> | undefined;

function load(): ReadonlyMap<string, string> {
  try {
    const { rows } = readTable('countries.tsv', readFileSync(join(packageFolder(), 'data', 'countries.tsv'), 'utf8'));
    return new Map(rows.map((row) => [row['iso3'] ?? '', row['iso2'] ?? '']));
  } catch (error) {
    throw new ReadoutError('READOUT_DATA_MISSING', 'data/countries.tsv is missing or damaged.', 'Install Readout again.', error);
  }
}

/** A country's two letters for its three; null for one without. @throws ReadoutError READOUT_DATA_MISSING */
export function iso2(iso3: string | null): string | null {
  known ??= load();
  return (iso3 === null ? null : known.get(iso3)) || null;
}
