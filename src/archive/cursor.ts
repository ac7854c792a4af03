import { ReadoutError } from '../error.ts';

/** Where a page ended, in the order of `find`. It names a place in that order and no number of rows, so that nothing put in between shifts it. */
export interface Place {
  readonly date: string;
  readonly code: number;
  readonly seq: number;
  /** How close a record is to the words, where that comes first; null where nothing comes before the date. */
  readonly closeness: number | null;
}

export const cursorOf = ({ date, code, seq, closeness }: Place): string =>
  Buffer.from(JSON.stringify(closeness === null ? [date, code, seq] : [date, code, seq, closeness])).toString('base64url');

/** @param close whether it is to be of a search in the order of closeness @throws ReadoutError READOUT_CURSOR_INVALID */
export function placeOf(cursor: string, close: boolean): Place {
  try {
    const [date, code, seq, closeness = null] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const fits = close ? Number.isSafeInteger(closeness) : closeness === null;
    if (fits && typeof date === 'string' && Number.isSafeInteger(code) && Number.isSafeInteger(seq))
      return { date, code: code as number, seq: seq as number, closeness: closeness as number | null };
  } catch {
    // Told below.
  }
  throw new ReadoutError(
    'READOUT_CURSOR_INVALID',
    `“${cursor.slice(0, 40)}” is no cursor.`,
    'Take the one that ends the page before, with the same flags.',
  );
}
