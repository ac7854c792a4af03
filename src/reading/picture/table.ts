import type { Paint } from './paint.ts';
import { columns, padded } from './width.ts';

/** One printed line of a cell with what it measures. */
export interface CellLine {
  readonly text: string;
  readonly as: string;
}

export const cellLine = (text: string, as: string = text): CellLine => ({ text, as });

/** A row of cells side by side, each as many lines as it needs; `widths` of all but the last cell are filled up. */
export function sideBySide(cells: readonly (readonly CellLine[])[], widths: readonly number[], indent = '  '): string[] {
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) =>
    (
      indent +
      cells
        .map((cell, i) => {
          const { text, as } = cell[row] ?? cellLine('');
          return i === cells.length - 1 ? as : padded(text, widths[i] ?? columns(text), as);
        })
        .join('  ')
    ).trimEnd(),
  );
}

/** The quiet line of headings over a table. */
export const headings = (titles: readonly string[], widths: readonly number[], paint: Paint): string[] =>
  sideBySide([titles.map((title) => [cellLine(title, paint.quiet(title))])].flat(), widths);

export const ruler = (width: number, paint: Paint): string => paint.quiet('─'.repeat(width));
