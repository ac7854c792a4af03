import type { Mark } from './marks.ts';

/** A stretch of text within which nothing begins and nothing ends, with all marks that lie over it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** A paragraph of the text in pieces. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** The stretches between empty lines; where there is no empty line, every line is one. */
export function paragraphSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const dense = !/\n[ \t\r]*\n/.test(text);
  let from = -1;
  let to = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const empty = text.slice(at, end).trim() === '';
    if (from >= 0 && (empty || dense)) {
      spans.push({ start: from, end: to });
      from = -1;
    }
    if (!empty && from < 0) from = at;
    if (!empty) to = end;
    at = end + 1;
  }
  if (from >= 0) spans.push({ start: from, end: to });
  return spans;
}

/** The text cut where a mark begins or ends, paragraph by paragraph: overlapping and nested marks become neighbours without nesting. */
export function paragraphsOf(text: string, marks: readonly Mark[]): readonly Paragraph[] {
  const byStart = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: readonly Mark[] = [];
  return paragraphSpans(text).map(({ start, end }) => {
    const pieces: Piece[] = [];
    for (let at = start; at < end; ) {
      const from = next;
      while ((byStart[next]?.start ?? Number.POSITIVE_INFINITY) <= at) next++;
      open = [...open, ...byStart.slice(from, next)].filter((mark) => mark.end > at);
      const stop = Math.min(end, byStart[next]?.start ?? end, ...open.map((mark) => mark.end));
      pieces.push({ start: at, end: stop, marks: open });
      at = stop;
    }
    return { start, end, pieces };
  });
}
