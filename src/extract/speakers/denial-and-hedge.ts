import type { Span } from '../../document/span.ts';
import type { Gathering } from '../actors/index.ts';
import { match } from '../lexicon/index.ts';
import { runOf, spanOf } from '../names/index.ts';
import type { FoundQuotation } from '../quotations/found.ts';

const NOT = new Set(['not', 'never', "n't", 'nt']);

/** "denied", "rejected the claim", "did not say": the speaker says that the content is not so, or is said not to have said it. */
export function deniedBy({ article }: Gathering, quotation: FoundQuotation): boolean {
  if (quotation.cue === null) return false;
  const { from, to } = runOf(article.prose.words, quotation.cue);
  for (let at = from; at < to; at++) {
    const lower = article.prose.lowers[at] ?? '';
    if (article.lexicon.cues.get(lower)?.kind === 'deny') return true;
    if (NOT.has(lower) || (lower === 't' && (article.prose.lowers[at - 2] ?? '').endsWith('n'))) return true;
  }
  return (
    NOT.has(article.prose.lowers[from - 1] ?? '') &&
    ['did', 'do', 'does', 'has', 'have', 'had'].includes(article.prose.lowers[from - 2] ?? '')
  );
}

/** The words near the cue by which the writer stands off from its having been said: "reportedly said", "is believed to have said". */
export function hedgeOf({ article }: Gathering, quotation: FoundQuotation): Span | null {
  const anchor = quotation.cue ?? quotation.source;
  if (anchor === null) return null;
  const { words, lowers } = article.prose;
  const { from, to } = runOf(words, anchor);
  const sentence = words[from]?.sentence;
  for (let at = Math.max(0, from - 5); at < to + 2; at++) {
    if (
      words[at]?.sentence !== sentence ||
      (article.quotedBy[at] ?? -1) !== -1 ||
      (article.saidIn[at] ?? -1) !== (article.saidIn[from] ?? -1)
    )
      continue;
    const hit = match(article.lexicon.hedges, lowers, at);
    if (hit !== null && hit.value === 'speech') return spanOf(words, { from: at, to: at + hit.words.length });
  }
  return null;
}
