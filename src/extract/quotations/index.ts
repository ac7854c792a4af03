import { inOrder, type Span } from '../../document/span.ts';
import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Trace } from '../why.ts';
import type { FoundQuotation } from './found.ts';
import { type Joined, join } from './join.ts';
import { kindOf } from './kind.ts';
import { type Part, partsOf } from './parts.ts';
import { quotedWords } from './quoted-words.ts';
import { stanceOf } from './stance.ts';

/** Quotations inside quotations are rare, and their head sees too many: only the surer ones are told. */
const SURE = 0.6;

/**
 * The quotations of a text, in order, without their speakers. Three layers, each adding what the one before does not have:
 * attributions as PolNeAR has them, quotations as the guide has them, quotations inside quotations.
 */
export function findQuotations(
  text: string,
  paragraphs: readonly Span[],
  signals: Signals,
  lexicon: Lexicon,
  trace: Trace,
): FoundQuotation[] {
  const { words, tags } = signals;
  const paragraphOf = paragraphIndex(paragraphs, words);
  const leadsOn = (paragraph: number): boolean => text.charAt((paragraphs[paragraph]?.end ?? 0) - 1) === ':';
  const quoted = quotedWords(text, words, paragraphs);
  const guide = partsOf(tags.quotation, words);
  const attributions = join(partsOf(tags.attribution, words), signals, paragraphOf, leadsOn, trace);
  const missed = join(guide, signals, paragraphOf, leadsOn, trace).filter(
    (q) => !q.contents.some((c) => attributions.some((a) => a.contents.some((d) => touch(c, d)))),
  );
  const outer = [...attributions, ...missed];
  // Somebody's words within somebody else's: “Putin said Kim promised to help” holds a quotation of Kim's.
  const inner = join(partsOf(tags.inner, words), signals, paragraphOf, leadsOn, trace).filter(
    (q) => q.score >= SURE && q.contents.every((c) => outer.some((o) => o.contents.some((d) => inside(c, d)))),
  );

  const found = (joined: Joined, stance: FoundQuotation['stance']): FoundQuotation => ({
    kind: kindOf(joined.contents, text, words, quoted),
    content: joined.contents.map(bare),
    cue: joined.cue && bare(joined.cue),
    source: joined.source && bare(joined.source),
    stance,
    score: joined.score,
    contentWord: joined.contents[0]?.from ?? 0,
    sourceWord: joined.source?.from ?? -1,
  });
  return [
    ...outer.map((joined) => found(joined, stanceOf(joined, guide.contents, text, lexicon))),
    ...inner.map((joined) => found(joined, stanceOf(joined, joined.contents, text, lexicon))),
  ].sort((a, b) => inOrder(a.content[0] as Span, b.content[0] as Span));
}

const touch = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;
/** Whether a part stands inside another and is not all of it. */
const inside = (a: Part, b: Part): boolean => b.from <= a.from && a.to <= b.to && a.to - a.from < b.to - b.from;
const bare = ({ start, end }: Span): Span => ({ start, end });

/** The paragraph of each word, by index. */
function paragraphIndex(paragraphs: readonly Span[], words: readonly Span[]): (word: number) => number {
  const index = new Int32Array(words.length);
  let paragraph = 0;
  words.forEach((word, w) => {
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1] as Span).start <= word.start) paragraph++;
    index[w] = paragraph;
  });
  return (word) => index[word] ?? 0;
}
