import { ReadoutError } from '../error.ts';

/** Where a page ended, in the order of `find`. It names a place in that order and no number of rows, so that nothing put in between shifts it. */
export interface Place {
  readonly date: string;
  readonly code: number;
  readonly seq: number;
}

export const cursorOf = ({ date, code, seq }: Place): string => Buffer.from(JSON.stringify([date, code, seq])).toString('base64url');

/** @throws ReadoutError READOUT_CURSOR_INVALID */
export function placeOf(cursor: string): Place {
  try {
    const [date, code, seq] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof date === 'string' && Number.isSafeInteger(code) && Number.isSafeInteger(seq))
      return { date, code: code as number, seq: seq as number };
  } catch {
    // Told below.
  }
  throw new ReadoutError('READOUT_CURSOR_INVALID', `“${cursor.slice(0, 40)}” is no cursor.`, 'Take the one that ends the page before.');
}
