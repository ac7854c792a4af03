import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a visible text takes in a terminal: CJK two a character, combining marks none. */
export function columns(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true });
}

/** What a reader sees as single characters, combining marks with their letter. */
export const characters = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** `text` filled with blanks to `width` columns; `as` is how it is printed (coloured). */
export const padded = (text: string, width: number, as: string = text): string => as + ' '.repeat(Math.max(0, width - columns(text)));
