import { ReadoutError } from '../error.ts';

/** The longest text that is read as one document, in UTF-16 units: some 700,000 words; the network sees them all at some 300 bytes a word. */
export const longestText = 4_000_000;

/** The longest page source that is parsed, in UTF-16 units. */
export const longestPage = 12_000_000;

/** Throws READOUT_INPUT_TOO_LARGE when `length` (UTF-16 units) is over `limit`. */
export function checkLength(length: number, limit: number, what: string): void {
  if (length <= limit) return;
  const millions = (n: number): string => (n / 1e6).toFixed(n < 1e7 ? 1 : 0);
  throw new ReadoutError(
    'READOUT_INPUT_TOO_LARGE',
    `${what} has ${millions(length)} million characters; at most ${millions(limit)} million are read as one document.`,
    'Split it into its articles, for example one JSON line each.',
  );
}
