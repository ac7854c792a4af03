import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a visible text takes in a terminal: CJK two a character, combining marks none. */
export function columns(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true });
}

/** What a reader sees as single characters, combining marks with their letter. */
export const characters = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** As much of `text` as fits into `width` columns. */
export function fitting(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let taken = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const more = columns(segment);
    if (used + more > width) break;
    taken += segment;
    used += more;
  }
  return taken;
}

/** `text` cut to `width` columns, at a word where one ends near, with an ellipsis where something was cut. */
export function shorten(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const cut = fitting(text, width - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > cut.length * 0.7 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** `text` filled with blanks to `width` columns; `as` is how it is printed (coloured). */
export const padded = (text: string, width: number, as: string = text): string => as + ' '.repeat(Math.max(0, width - columns(text)));
