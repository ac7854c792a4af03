import { ReadoutError } from '../../error.ts';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** What SQLite throws, as what a person can do about it. Other errors pass. */
export function faultOf(error: unknown, name: string): unknown {
  if (error instanceof ReadoutError) return error;
  if (codeOf(error) === 'ERR_DLOPEN_FAILED' || (error instanceof Error && /bindings file/.test(error.message)))
    return new ReadoutError(
      'READOUT_ARCHIVE_UNREACHABLE',
      'SQLite is not built for this machine or this version of Node.',
      'Run npm rebuild better-sqlite3 where Readout is installed.',
      error,
    );
  // The driver looks for the folder before SQLite does.
  if (error instanceof TypeError && /directory does not exist/.test(error.message))
    return new ReadoutError(
      'READOUT_ARCHIVE_UNREACHABLE',
      `The folder of ${name} does not exist.`,
      'Make it, or name another with --archive.',
      error,
    );
  const code = codeOf(error);
  if (!code.startsWith('SQLITE_')) return error;
  if (code === 'SQLITE_NOTADB')
    return new ReadoutError(
      'READOUT_ARCHIVE_DAMAGED',
      `${name} is no archive of Readout.`,
      'Check the name given with --archive or READOUT_ARCHIVE.',
      error,
    );
  if (code.startsWith('SQLITE_CORRUPT'))
    return new ReadoutError(
      'READOUT_ARCHIVE_DAMAGED',
      `${name} is damaged.`,
      'See readout doctor; restore it from a copy, or ingest the sources into a new archive.',
      error,
    );
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new ReadoutError(
      'READOUT_ARCHIVE_BUSY',
      `Another process holds ${name} for too long.`,
      'Wait until it has ended, and run this again: what was done is kept.',
      error,
    );
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR'))
    return new ReadoutError(
      'READOUT_OUTPUT_FAILED',
      `${name} cannot be written: ${code === 'SQLITE_FULL' ? 'the disk is full' : code}.`,
      'Make room and run again: what was done is kept.',
      error,
    );
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH')
    return new ReadoutError(
      'READOUT_ARCHIVE_UNREACHABLE',
      `${name} cannot be opened: ${code}.`,
      'Check the folder and who may write there.',
      error,
    );
  return error;
}
