import { slice } from '../../document/span.ts';
import type { Signals } from '../../model/signals.ts';
import type { FoundQuotation } from './found.ts';
import type { Part } from './parts.ts';

/** Words that introduce a content without belonging to what was said: `said that "…"`, `vowed to "…"`. */
const COMPLEMENTIZERS = new Set(['that', 'to', 'as', 'if', 'whether', 'for', 'of', 'be']);
const LETTERS = /[\p{L}\p{N}]/u;

/**
 * Direct where every word of the content stands inside quotation marks (a complementizer aside), mixed where some do, indirect where none does.
 * @param quoted whether a word stands inside quotation marks
 */
export function kindOf(
  contents: readonly Part[],
  text: string,
  words: Signals['words'],
  quoted: (word: number) => boolean,
): FoundQuotation['kind'] {
  let inside = 0;
  let outside = 0;
  for (const content of contents) {
    for (let w = content.from; w < content.to; w++) {
      const span = words[w];
      if (!span) continue;
      const word = slice(text, span);
      if (!LETTERS.test(word)) continue;
      if (quoted(w)) inside++;
      else if (!COMPLEMENTIZERS.has(word.toLowerCase()) || w > content.from + 1) outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
