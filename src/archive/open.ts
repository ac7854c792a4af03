import { resolve } from 'node:path';
import { ReadoutError } from '../error.ts';
import type { Driver } from './driver.ts';
import type { Archive } from './port.ts';
import { isPostgres } from './postgres/address.ts';
import { archiveOver } from './store.ts';

/** Used where neither a flag nor the environment names one. */
const USUAL = 'readout.db';

/** The archive that is meant: the flag's, else READOUT_ARCHIVE, else readout.db here. */
export const archiveName = (flag: string | undefined): string => flag ?? (process.env.READOUT_ARCHIVE || USUAL);

/** The store of an archive. Only what is wanted is loaded: either driver takes its time. */
export async function openDriver(name: string, options: { readonly create: boolean }): Promise<Driver> {
  if (isPostgres(name)) {
    const { openPostgres } = await import('./postgres/open.ts');
    return openPostgres(name, options);
  }
  if (/^[a-z]{2,20}:\/\//iu.test(name))
    throw new ReadoutError(
      'READOUT_ARCHIVE_UNREACHABLE',
      `There is no store for ${name.slice(0, name.indexOf(':'))}: archives.`,
      'Name a file, or postgres://user@host/database.',
    );
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(resolve(name), options);
}

/**
 * Opens an archive by its name: a file, or `postgres://…`.
 * @param create whether one that is not there is made
 * @throws ReadoutError READOUT_ARCHIVE_UNREACHABLE, READOUT_ARCHIVE_DAMAGED, READOUT_ARCHIVE_NEWER, READOUT_ARCHIVE_BUSY, READOUT_USAGE
 * @example const archive = await openArchive('readout.db', { create: true })
 */
export const openArchive = async (name: string, options: { readonly create: boolean }): Promise<Archive> =>
  archiveOver(await openDriver(name, options));
