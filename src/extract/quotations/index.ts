import { inOrder, type Span } from '../../document/span.ts';
import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Trace } from '../why.ts';
import type { FoundQuotation } from './found.ts';
import { type Joined, join } from './join.ts';
import { kindOf } from './kind.ts';
import { type Part, partsOf } from './parts.ts';
import { quotedWords } from './quoted-words.ts';
import { signedMessages } from './signed-messages.ts';
import { stanceOf } from './stance.ts';

/** Quotations inside quotations are rare, and their head sees too many: only the surer ones are told. */
const SURE = 0.6;
/** An indirect quotation whose parts are on the whole less likely than not is left out. */
const LIKELY = 0.5;

/**
 * The quotations of a text, in order, without their speakers. Four layers, each adding what the one before does not have:
 * attributions as PolNeAR has them, quotations as the guide has them, quotations inside quotations, messages printed with their signature.
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
  const guide = partsOf(tags.quotation, text, words);
  const attributions = join(partsOf(tags.attribution, text, words), signals, paragraphOf, leadsOn, trace);
  const attributed = layer(words.length, attributions);
  const missed = join(guide, signals, paragraphOf, leadsOn, trace).filter(({ contents }) =>
    contents.every((c) => !attributed.slice(c.from, c.to).some(Boolean)),
  );
  const outer = [...attributions, ...missed];
  const around = layer(words.length, outer);
  // Somebody's words within somebody else's: “Putin said Kim promised to help” holds a quotation of Kim's.
  const inner = join(partsOf(tags.inner, text, words), signals, paragraphOf, leadsOn, trace).filter(
    (q) => q.score >= SURE && q.contents.every((c) => inside(c, around)),
  );
  const counted = counts(words.length, guide.contents);

  const kindAt = ({ contents }: Joined) => kindOf(contents, text, words, quoted);
  // Words outside quotation marks are reported only where something says so: in polnear-train 35 of 19,868 attributions have no cue.
  const reported = (joined: Joined): boolean => (joined.cue !== null && joined.score >= LIKELY) || kindAt(joined) !== 'indirect';
  const found = (joined: Joined, counted: Int32Array | null): FoundQuotation => {
    const kind = kindAt(joined);
    const stance = stanceOf(joined, counted, text, lexicon);
    const record = `content@${joined.contents[0]?.start ?? 0}`;
    trace.note(() => ({ record, field: 'kind', value: kind, by: 'rule:quotation marks', score: null, rejected: [] }));
    trace.note(() => ({
      record,
      field: 'stance',
      value: stance,
      by: counted ? 'head:quotation' : 'head:inner',
      score: null,
      rejected: [],
    }));
    return {
      kind,
      content: joined.contents.map(bare),
      cue: joined.cue && bare(joined.cue),
      source: joined.source && bare(joined.source),
      stance,
      score: joined.score,
      contentWord: joined.contents[0]?.from ?? 0,
      sourceWord: joined.source?.from ?? -1,
    };
  };
  const kept = outer.filter(reported);
  const taken = layer(words.length, kept);
  return [
    ...signedMessages(text, paragraphs, words, (word) => (taken[word] ?? 0) > 0),
    ...kept.map((joined) => found(joined, counted)),
    ...inner.filter(reported).map((joined) => found(joined, null)),
  ].sort((a, b) => inOrder(a.content[0] as Span, b.content[0] as Span));
}

/** For each word the size of the content that covers it, 0 for none. */
function layer(count: number, quotations: readonly Joined[]): Int32Array {
  const sizes = new Int32Array(count);
  for (const { contents } of quotations) for (const { from, to } of contents) sizes.fill(to - from, from, to);
  return sizes;
}

/** Whether a part stands inside a content and is not all of it. */
function inside({ from, to }: Part, around: Int32Array): boolean {
  const size = around[from] ?? 0;
  return size > to - from && around[to - 1] === size;
}

/** How many words before each word are among the parts: `counts[to] - counts[from]` are those of a stretch. */
function counts(count: number, parts: readonly Part[]): Int32Array {
  const sums = new Int32Array(count + 1);
  for (const { from, to } of parts) sums.fill(1, from + 1, to + 1);
  for (let w = 1; w <= count; w++) sums[w] = (sums[w] ?? 0) + (sums[w - 1] ?? 0);
  return sums;
}

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
