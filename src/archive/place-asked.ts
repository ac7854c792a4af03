import { ReadoutError } from '../error.ts';
import type { Box } from './query.ts';

/** A name or country as it is; four numbers are a box. @throws ReadoutError READOUT_USAGE */
export function placeAsked(text: string): string | Box {
  if (!/^[-+\d.,\s]+$/.test(text)) return text;
  const numbers = text.split(',').map(Number);
  const [south, west, north, east] = numbers;
  const sound =
    numbers.length === 4 && numbers.every(Number.isFinite) && numbers.every((value, i) => Math.abs(value) <= (i % 2 === 0 ? 90 : 180));
  if (!sound || south === undefined || west === undefined || north === undefined || east === undefined || south > north)
    throw new ReadoutError('READOUT_USAGE', `The place ${text} is no box.`, 'Give south,west,north,east in degrees: 44,22,52,40.');
  return { south, west, north, east };
}
