import { resolve } from 'node:path';
import { ReadoutError } from '../error.ts';
import type { Archive } from './port.ts';
import { archiveOver } from './store.ts';

/** Used where neither a flag nor the environment names one. */
const USUAL = 'readout.db';

/** The archive that is meant: the flag's, else READOUT_ARCHIVE, else readout.db here. */
export const archiveName = (flag: string | undefined): string => flag ?? (process.env.READOUT_ARCHIVE || USUAL);

/**
 * Opens an archive by its name.
 * @param create whether one that is not there is made
 * @throws ReadoutError READOUT_ARCHIVE_UNREACHABLE, READOUT_ARCHIVE_DAMAGED, READOUT_ARCHIVE_NEWER, READOUT_ARCHIVE_BUSY
 * @example const archive = await openArchive('readout.db', { create: true })
 */
export async function openArchive(name: string, options: { readonly create: boolean }): Promise<Archive> {
  if (/^[a-z]{2,20}:\/\//iu.test(name))
    throw new ReadoutError(
      'READOUT_ARCHIVE_UNREACHABLE',
      `There is no store for ${name.slice(0, name.indexOf(':'))}: archives.`,
      'Name a file.',
    );
  const { openSqlite } = await import('./sqlite/open.ts');
  return archiveOver(await openSqlite(resolve(name), options));
}
