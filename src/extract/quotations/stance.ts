import type { Lexicon } from '../lexicon/index.ts';
import type { FoundQuotation } from './found.ts';
import type { Joined } from './join.ts';

/** Share of the content's words that the guide's head must see too; below it only PolNeAR would count the attribution. */
const SHARED = 0.3;

/**
 * Statement, belief or intent. PolNeAR counts intents and attitudes ("hopes to win"), the guide does not: where the head that learnt the guide
 * sees no content and the cue is no verb of saying, it is an intent. A cue of thinking or fearing makes a belief.
 * @param guide running counts of the words that the guide's head takes for content; null where the guide's own head found the quotation
 */
export function stanceOf(joined: Joined, guide: Int32Array | null, text: string, lexicon: Lexicon): FoundQuotation['stance'] {
  let words = 0;
  let shared = 0;
  for (const content of joined.contents) {
    words += content.to - content.from;
    shared += guide ? (guide[content.to] ?? 0) - (guide[content.from] ?? 0) : content.to - content.from;
  }
  const kinds = joined.cue ? cueWords(text.slice(joined.cue.start, joined.cue.end)).map((word) => lexicon.cues.get(word)?.kind) : [];
  if (shared < SHARED * words && !kinds.some((kind) => kind === 'say' || kind === 'deny')) return 'intent';
  return kinds.includes('believe') ? 'belief' : 'statement';
}

const cueWords = (cue: string): string[] => cue.toLowerCase().split(/[^\p{L}]+/u);
