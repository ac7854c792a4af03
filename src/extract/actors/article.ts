import type { Span } from '../../document/span.ts';
import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { type FoundName, findNames, type Prose, prose, runOf } from '../names/index.ts';
import type { FoundQuotation } from '../quotations/found.ts';

/** What the stages of actors and speakers are given. */
export interface ArticleInput {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly signals: Signals;
  readonly quotations: readonly FoundQuotation[];
  readonly lexicon: Lexicon;
  /** ISO date; tells who "the president" was. */
  readonly published?: string | null;
}

/** An article with its names found and its quotations laid over its words. */
export interface Article {
  readonly prose: Prose;
  readonly lexicon: Lexicon;
  readonly signals: Signals;
  readonly quotations: readonly FoundQuotation[];
  readonly names: readonly FoundName[];
  /** For each word the index of the name that covers it, else -1. */
  readonly nameAt: Int32Array;
  /** For each word of a title the index of the name behind it, else -1. */
  readonly titleOf: Int32Array;
  /** For each word the index of the smallest quotation with marks whose content covers it, else -1. */
  readonly quotedBy: Int32Array;
  /** For each word the index of the smallest quotation of any kind whose content covers it, else -1. */
  readonly saidIn: Int32Array;
  readonly year: number | null;
}

export function openArticle(input: ArticleInput): Article {
  const words = input.signals.words.length > 0 ? input.signals.words : undefined;
  const text = prose(input.text, input.paragraphs, input.sentences, words);
  const names = findNames(text, input.lexicon, input.signals.tags.names);
  const nameAt = new Int32Array(text.words.length).fill(-1);
  const titleOf = new Int32Array(text.words.length).fill(-1);
  names.forEach((name, i) => {
    nameAt.fill(i, name.from, name.to);
    titleOf.fill(i, name.titleFrom, name.from);
  });
  const quotedBy = new Int32Array(text.words.length).fill(-1);
  const saidIn = new Int32Array(text.words.length).fill(-1);
  const size = (quotation: FoundQuotation): number => quotation.content.reduce((sum, span) => sum + span.end - span.start, 0);
  const bySize = input.quotations
    .map((quotation, i) => ({ quotation, i, size: size(quotation) }))
    .sort((a, b) => b.size - a.size || a.i - b.i);
  for (const { quotation, i } of bySize)
    for (const span of quotation.content) {
      const run = runOf(text.words, span);
      saidIn.fill(i, run.from, run.to);
      if (quotation.kind === 'direct') quotedBy.fill(i, run.from, run.to);
      else if (quotation.kind === 'mixed') markQuoted(text, run.from, run.to, i, quotedBy);
    }
  const year = Number.parseInt(input.published ?? '', 10);
  return {
    prose: text,
    lexicon: input.lexicon,
    signals: input.signals,
    quotations: input.quotations,
    names,
    nameAt,
    titleOf,
    quotedBy,
    saidIn,
    year: Number.isNaN(year) ? null : year,
  };
}

/** Of a mixed quotation only what stands between marks is in the speaker's own words. */
function markQuoted(text: Prose, from: number, to: number, quotation: number, quotedBy: Int32Array): void {
  let open = false;
  for (let at = from; at < to; at++) {
    const mark = text.texts[at];
    if (mark === '“') open = true;
    if (open || mark === '”') quotedBy[at] = quotation;
    if (mark === '”') open = false;
    if (mark === '"') {
      open = !open;
      quotedBy[at] = quotation;
    }
  }
}
