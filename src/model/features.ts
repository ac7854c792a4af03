import type { Span } from '../document/span.ts';

/** How many different feature numbers there are. */
export const FEATURES = 30;

const LETTER = /\p{L}/u;
const OPENING = new Set(['“', '„', '«']);
const CLOSING = new Set(['”', '»']);
const TURNING = new Set(['"', '‟']);

/**
 * For every word a number that gives back to an uncased network what it cannot see:
 * casing (0–4) + 5 × standing inside double quotation marks (0–2) + 15 × first of its paragraph (0–1).
 * `train/` computes the same numbers; test/fixtures/features.json holds the two together.
 * @param paragraphs of `text`, in order; the state of the marks starts anew in each
 */
export function features(text: string, words: readonly Span[], paragraphs: readonly Span[]): Uint8Array {
  const numbers = new Uint8Array(words.length);
  let paragraph = -1;
  let inside = false;
  for (let i = 0; i < words.length; i++) {
    const span = words[i] as Span;
    let first = 0;
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1] as Span).start <= span.start) {
      paragraph++;
      first = 1;
    }
    if (first === 1) inside = false;
    const word = text.slice(span.start, span.end);
    const mark = doubleMark(text, word, span, words[i + 1], inside);
    if (mark === null) {
      numbers[i] = casing(word) + (inside ? 5 : 0) + 15 * first;
      continue;
    }
    inside = mark.inside;
    numbers[i] = 10 + 15 * first;
    // Both halves of `` and '' are the mark.
    if (mark.words === 2) numbers[++i] = 10;
  }
  return numbers;
}

/** The double quotation mark that starts at this word: how many words it takes and whether words after it are quoted; null for none. */
function doubleMark(
  text: string,
  word: string,
  span: Span,
  next: Span | undefined,
  inside: boolean,
): { words: 1 | 2; inside: boolean } | null {
  if (OPENING.has(word)) return { words: 1, inside: true };
  if (CLOSING.has(word)) return { words: 1, inside: false };
  if (TURNING.has(word)) return { words: 1, inside: !inside };
  if ((word !== "'" && word !== '`') || next?.start !== span.end || text.charAt(next.start) !== word) return null;
  return { words: 2, inside: word === '`' || !inside };
}

/** 0 no letter · 1 `said` (and letters without case) · 2 `Kim`, `I` · 3 `NATO` · 4 `McCain`, `iPhone`. */
export function casing(word: string): 0 | 1 | 2 | 3 | 4 {
  let letters = 0;
  let capitals = 0;
  let firstCapital = false;
  for (const character of word) {
    if (!LETTER.test(character)) continue;
    letters++;
    if (character === character.toLowerCase()) continue;
    capitals++;
    if (letters === 1) firstCapital = true;
  }
  if (letters === 0) return 0;
  if (capitals === 0) return 1;
  if (capitals === 1 && firstCapital) return 2;
  return capitals === letters ? 3 : 4;
}
