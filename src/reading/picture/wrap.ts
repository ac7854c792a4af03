import { characters, columns } from './width.ts';

/** A piece of text printed in one style. */
export interface Run<Style> {
  readonly text: string;
  readonly style: Style;
}

/** Whether a word may be broken between any two characters: one written without blanks (Chinese, Japanese …). */
const hasWide = (text: string): boolean => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(text);

/**
 * Runs broken into lines of at most `width` columns: between words, inside a word only when it is longer than a line or written in a
 * script without blanks. White space at a break disappears, elsewhere each run of it is one blank.
 */
export function wrap<Style>(runs: readonly Run<Style>[], width: number): Run<Style>[][] {
  const lines: Run<Style>[][] = [];
  let line: Run<Style>[] = [];
  let used = 0;
  let blank: Run<Style> | null = null;
  let word: Run<Style>[] = [];
  let wordColumns = 0;

  const put = (run: Run<Style>, size: number) => {
    line.push(run);
    used += size;
  };
  const endLine = () => {
    lines.push(line);
    line = [];
    used = 0;
    blank = null;
  };
  const endWord = () => {
    if (word.length === 0) return;
    const room = width - used - (blank ? 1 : 0);
    const breakable = wordColumns > width || word.some(({ text }) => hasWide(text));
    if (wordColumns > room && !breakable && used > 0) endLine();
    if (blank && used > 0 && (wordColumns <= room || (breakable && room > 1))) put(blank, 1);
    blank = null;
    for (const run of word) {
      const size = columns(run.text);
      if (used + size <= width) {
        put(run, size);
        continue;
      }
      let piece = '';
      let pieceColumns = 0;
      for (const character of characters(run.text)) {
        const more = columns(character);
        if (used + pieceColumns + more > width && used + pieceColumns > 0) {
          if (piece !== '') put({ text: piece, style: run.style }, pieceColumns);
          endLine();
          piece = '';
          pieceColumns = 0;
        }
        piece += character;
        pieceColumns += more;
      }
      if (piece !== '') put({ text: piece, style: run.style }, pieceColumns);
    }
    word = [];
    wordColumns = 0;
  };

  for (const { text, style } of runs) {
    for (const token of text.match(/\s+|\S+/g) ?? []) {
      if (/^\s/.test(token)) {
        endWord();
        blank = { text: ' ', style };
      } else {
        word.push({ text: token, style });
        wordColumns += columns(token);
      }
    }
  }
  endWord();
  if (line.length > 0) lines.push(line);
  return lines;
}

/** Plain text in lines of at most `width` columns; what goes beyond `most` lines is cut with an ellipsis. */
export function wrapText(text: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  // Only what can be shown is wrapped: a quotation may be a book.
  const enough = most === Number.POSITIVE_INFINITY ? text : text.slice(0, (width + 1) * most * 2);
  const lines = wrap([{ text: enough, style: null }], width).map((line) => line.map((run) => run.text).join(''));
  if (lines.length <= most && enough.length === text.length) return lines;
  const kept = lines.slice(0, most);
  const last = kept.length - 1;
  let end = kept[last] ?? '';
  while (end !== '' && columns(end) > width - 1) end = end.slice(0, Math.max(0, end.lastIndexOf(' ')));
  kept[last] = end === '' ? '…' : `${end.replace(/[\s,;:–—-]+$/, '')}…`;
  return kept;
}
