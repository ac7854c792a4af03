import { ReadoutError } from '../../error.ts';
import { z } from './api.ts';

// Lists that are made anew for every question (a timeline, a network) are paged by how far one has come. What is kept in rows is paged by
// place in its order: archive/cursor.ts.

const USUAL = 50;
/** A list is made whole for every page of it: nobody needs its millionth line. */
const FARTHEST = 100_000;

export const cursorForm = z
  .string()
  .max(1000)
  .optional()
  .openapi({ description: '`next` of the page before, with the same other parameters' });
export const limitForm = z.coerce.number().int().min(1).max(1000).optional().openapi({ description: 'The most of a page' });
export const nextForm = z.string().nullable().openapi({ description: 'The cursor of the next page; null where this is the last' });
export const pageQuery = z.object({ limit: limitForm, cursor: cursorForm });

interface Asked {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Which part of a list is asked for. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** @throws ReadoutError READOUT_CURSOR_INVALID */
export function partAsked({ limit = USUAL, cursor }: Asked): Part {
  const [, digits] = cursor === undefined ? ['', '0'] : (/^from(\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []);
  const from = Number(digits);
  if (digits === undefined || from > FARTHEST)
    throw new ReadoutError('READOUT_CURSOR_INVALID', 'The cursor is none of this list.', 'Take it from `next` of the page before.');
  return { from, to: from + limit };
}

/** @param all how many there are in all */
export const nextOf = ({ to }: Part, all: number): string | null =>
  to < all && to <= FARTHEST ? Buffer.from(`from${to}`).toString('base64url') : null;
