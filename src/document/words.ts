import { characterKind } from './character.ts';
import type { Span } from './span.ts';

/**
 * The words of a text in order: BERT's basic tokens with UTF-16 offsets. White space and control characters separate;
 * every mark, ASCII symbol and CJK character is a word of its own, and so is a lone surrogate; everything else runs on.
 * Nothing that can be seen is left out: between words stand only white space, controls, and characters without a shape.
 * @example words("Kim's $5").map((w) => slice("Kim's $5", w)) // ['Kim', "'", 's', '$', '5']
 */
export function words(text: string): readonly Span[] {
  const found: Span[] = [];
  // The run being read: where it starts (-1: none) and the end of the last character that belongs to it.
  let start = -1;
  let end = -1;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) as number;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const kind = characterKind(codePoint);
    if (kind === 'part') {
      if (start < 0) start = at;
      end = next;
    } else if (kind === 'accent') {
      // An accent without a letter before it (after a mark, say) has nothing to stand on and starts no word.
      if (start >= 0) end = next;
    } else if (kind !== 'silent') {
      if (start >= 0) found.push({ start, end });
      start = -1;
      if (kind === 'alone') found.push({ start: at, end: next });
    }
    at = next;
  }
  if (start >= 0) found.push({ start, end });
  return found;
}
