import { slice } from '../document/span.ts';
import type { Reading } from '../reading/schema.ts';
import { spansOf } from '../reading/verify.ts';

/** One piece of evidence: where it stands in the reading, which characters it points to, and the words there. */
export interface Slice {
  /** `quotations[2].cue` */
  readonly at: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Every slice of a reading, in the reading's order. */
export const slicesOf = (reading: Reading): readonly Slice[] =>
  spansOf(reading).flatMap(([at, span]) =>
    span === null ? [] : [{ at, start: span.start, end: span.end, words: slice(reading.document.text, span) }],
  );

const shown = (words: string): string => JSON.stringify(words.length > 80 ? `${words.slice(0, 80)}…` : words);

/** Compares slices that were written down with those of the reading. */
export function sliceFaults(reading: Reading, kept: readonly Slice[]): readonly string[] {
  const wanted = slicesOf(reading);
  const faults: string[] = [];
  for (const [i, one] of kept.entries()) {
    const other = wanted[i];
    if (other === undefined || other.at !== one.at || other.start !== one.start || other.end !== one.end)
      faults.push(`${one.at}: [${one.start}, ${one.end}) is not where the reading points`);
    else if (other.words !== one.words) faults.push(`${one.at}: was ${shown(one.words)}, the text has ${shown(other.words)}`);
  }
  for (const { at } of wanted.slice(kept.length)) faults.push(`${at}: its words are not written down`);
  return faults;
}
