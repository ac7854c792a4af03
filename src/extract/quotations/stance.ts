import type { Lexicon } from '../lexicon/index.ts';
import type { FoundQuotation } from './found.ts';
import type { Joined } from './join.ts';
import type { Part } from './parts.ts';

/** Share of the content's words that the guide's head must see too; below it only PolNeAR would count the attribution. */
const SHARED = 0.3;

/**
 * Statement, belief or intent. PolNeAR counts intents and attitudes ("hopes to win"), the guide does not: where the head that learnt the guide
 * sees no content and the cue is no verb of saying, it is an intent. A cue of thinking or fearing makes a belief.
 */
export function stanceOf(joined: Joined, guide: readonly Part[], text: string, lexicon: Lexicon): FoundQuotation['stance'] {
  let words = 0;
  let shared = 0;
  for (const content of joined.contents) {
    words += content.to - content.from;
    for (const other of guide) shared += Math.max(0, Math.min(content.to, other.to) - Math.max(content.from, other.from));
  }
  const kinds = joined.cue ? cueWords(text.slice(joined.cue.start, joined.cue.end)).map((word) => lexicon.cues.get(word)?.kind) : [];
  if (shared < SHARED * words && !kinds.some((kind) => kind === 'say' || kind === 'deny')) return 'intent';
  return kinds.includes('believe') ? 'belief' : 'statement';
}

const cueWords = (cue: string): string[] => cue.toLowerCase().split(/[^\p{L}]+/u);
