/** A half-open stretch `[start, end)` of a text, in UTF-16 code units: `text.slice(start, end)` is what it stands for. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters a span stands for. `slice('Kim said', { start: 0, end: 3 })` is `'Kim'`. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Reading order: by start, the longer first. */
export const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The span without white space at its ends; null when nothing else is in it. */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** Those of `sorted` (by start) that begin inside `span`, found by halving, not by looking at all. */
export function startingIn<T extends Span>(sorted: readonly T[], span: Span): readonly T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T).start < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && (sorted[end] as T).start < span.end) end++;
  return sorted.slice(low, end);
}
