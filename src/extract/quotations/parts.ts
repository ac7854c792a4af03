import type { Span } from '../../document/span.ts';
import type { Signals, Tagged } from '../../model/signals.ts';

/** A stretch that a head tagged as part of a quotation: words `[from, to)` and the characters from the first to the last of them. */
export interface Part extends Span {
  readonly from: number;
  readonly to: number;
  readonly p: number;
}

export interface Parts {
  readonly sources: readonly Part[];
  readonly cues: readonly Part[];
  readonly contents: readonly Part[];
}

const SAYS = /[\p{L}\p{N}]/u;

/** The parts that one head saw, in text order; a stretch without a letter or digit (a lone comma) is none. */
export function partsOf(tags: readonly Tagged[], text: string, words: Signals['words']): Parts {
  const parts = (label: string): Part[] =>
    tags.flatMap(({ label: l, from, to, p }) => {
      const first = words[from];
      const last = words[to - 1];
      return l === label && first && last && SAYS.test(text.slice(first.start, last.end))
        ? [{ start: first.start, end: last.end, from, to, p }]
        : [];
    });
  return { sources: parts('source'), cues: parts('cue'), contents: parts('content') };
}
