import { ReadoutError } from '../../error.ts';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** What a person can do, by PostgreSQL's codes (a class of them by its first two letters) and those of the way there. */
interface Told {
  readonly code: ReadoutError['code'];
  readonly what: string;
  readonly next: string;
}

const gone: Told = {
  code: 'READOUT_ARCHIVE_UNREACHABLE',
  what: 'cannot be reached',
  next: 'Check that PostgreSQL runs and can be reached from here, and run this again: what was done is kept.',
};
const refused: Told = {
  code: 'READOUT_ARCHIVE_UNREACHABLE',
  what: 'lets nobody in by this name',
  next: 'Check the user and the password: in the address, PGPASSWORD or ~/.pgpass.',
};
const full: Told = { code: 'READOUT_OUTPUT_FAILED', what: 'cannot be written', next: 'Make room and run again: what was done is kept.' };
const damaged: Told = {
  code: 'READOUT_ARCHIVE_DAMAGED',
  what: 'is damaged',
  next: 'See readout doctor and PostgreSQL’s log; restore it from a backup, or ingest the sources into a new archive.',
};
const busy: Told = {
  code: 'READOUT_ARCHIVE_BUSY',
  what: 'is held by other processes for too long',
  next: 'Wait until they have ended, and run this again: what was done is kept.',
};
const forbidden: Told = {
  code: 'READOUT_ARCHIVE_UNREACHABLE',
  what: 'may not be changed by this user',
  next: 'Grant the user the right to create a schema in the database, or take another.',
};

const byCode: Readonly<Record<string, Told>> = {
  '3D000': { ...gone, what: 'names a database that is not there', next: 'Make it with createdb, or check the name.' },
  '42501': forbidden,
  '25006': { ...forbidden, what: 'can only be read', next: 'Take the address of the server that is written to, not of its copy.' },
  '42P01': { ...damaged, what: 'lacks a table' },
  '42703': { ...damaged, what: 'lacks a column' },
  '53100': full,
  '53300': { ...busy, what: 'has no connection left' },
  '55P03': busy,
  '40001': busy,
  '40P01': busy,
  '25P03': gone,
};
const byClass: Readonly<Record<string, Told>> = { '08': gone, '28': refused, '57': gone, '58': full, XX: damaged };

/** What the way to the server throws: these have codes of the system, or none. */
const ways = /^E(?:CONN|PIPE|TIMEDOUT|HOST|NET|AI_|ADDR|NOENT|ACCES)/;
const words =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|connection has been discarded|The server does not support SSL|Client was closed/i;

function toldOf(error: unknown): Told | undefined {
  const code = codeOf(error);
  const own = byCode[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? byClass[code.slice(0, 2)] : undefined);
  if (own !== undefined) return own;
  if (/^ENOTFOUND$/.test(code) || (ways.test(code) && 'syscall' in (error as object))) return gone;
  return error instanceof Error && (words.test(error.message) || ways.test(code)) ? gone : undefined;
}

/** What PostgreSQL and the way to it throw, as what a person can do about it. Other errors pass. */
export function faultOf(error: unknown, name: string): unknown {
  if (error instanceof ReadoutError) return error;
  if (codeOf(error) === 'ERR_INVALID_URL')
    return new ReadoutError(
      'READOUT_USAGE',
      'The address of the archive is no address.',
      'Write postgres://user@host:5432/database; signs like @ and / in a password as %40 and %2F.',
    );
  const told = toldOf(error);
  if (told === undefined) return error;
  const { message } = error as Error;
  return new ReadoutError(told.code, `${name} ${told.what}: ${message || codeOf(error)}.`.replace('..', '.'), told.next, error);
}

/** Whether PostgreSQL asks for the same transaction once more. */
export const isToRetry = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));
