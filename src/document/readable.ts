import type { Skipped } from './document.ts';
import { inOrder, overlaps, type Span } from './span.ts';

/** Shorter paragraphs are always read: a table row or a line of stars costs nothing. */
const LONG = 2_000;
/** Of the characters of a long paragraph so many must be letters; prose has about 0.8. */
const LETTERS = 0.2;

/**
 * The paragraphs that are read as prose, and those that are not, with the reason: a megabyte of quotation marks or digits is told, not chewed.
 * @param skipped stretches that the reader has already set aside (another language)
 */
export function readable(
  text: string,
  paragraphs: readonly Span[],
  skipped: readonly Skipped[],
): { read: readonly Span[]; skipped: readonly Skipped[] } {
  const read: Span[] = [];
  const aside: Skipped[] = [...skipped];
  const sorted = [...skipped].sort(inOrder);
  let next = 0;
  for (const paragraph of paragraphs) {
    while (next < sorted.length && (sorted[next] as Skipped).end <= paragraph.start) next++;
    const other = sorted[next];
    if (other && overlaps(paragraph, other)) continue;
    if (isProse(text, paragraph)) read.push(paragraph);
    else aside.push({ ...paragraph, reason: 'no prose' });
  }
  return { read, skipped: aside.sort((a, b) => a.start - b.start) };
}

function isProse(text: string, { start, end }: Span): boolean {
  if (end - start < LONG) return true;
  const letters = text.slice(start, end).match(/\p{L}/gu)?.length ?? 0;
  return letters >= LETTERS * (end - start);
}
