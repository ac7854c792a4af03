import type { Span } from '../../document/span.ts';
import { foldWord } from './fold.ts';

/** One run of letters and digits. */
export interface Word extends Span {
  readonly text: string;
  readonly folded: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** All capitals, two letters or more. */
  readonly shouted: boolean;
  /** What stands between this word and the next. */
  readonly gap: string;
  /** Opens a sentence or a line, as far as marks tell. */
  readonly opens: boolean;
}

const run = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before: { start: number; end: number; text: string } | null = null;
  let opens = true;
  const push = (gap: string): void => {
    if (!before) return;
    const first = before.text.charAt(0);
    const capital = first !== first.toLowerCase() || (first >= '\ud800' && first <= '\udbff');
    words.push({
      ...before,
      folded: foldWord(before.text),
      capital,
      shouted: before.text.length > 1 && before.text === before.text.toUpperCase() && before.text !== before.text.toLowerCase(),
      gap,
      opens,
    });
    opens = /[.!?:\n“"]/u.test(gap) && !(gap.startsWith('.') && before.text.length <= 3);
  };
  for (const found of text.matchAll(run)) {
    if (before) push(text.slice(before.end, Math.min(found.index, before.end + 24)));
    before = { start: found.index, end: found.index + found[0].length, text: found[0] };
  }
  if (before) push(text.slice(before.end, before.end + 24));
  return words;
}

/** Whether two words may stand in one name, by what is between them. */
export function joins(word: Word): boolean {
  const { gap } = word;
  if (gap === ' ' || gap === '-' || gap === "'" || gap === '’' || gap === '–') return true;
  if (gap === '. ' || gap === '.')
    return word.text.length === 1 || word.folded === 'saint' || word.folded === 'fort' || word.folded === 'mount';
  return gap.length < 24 && /^\s+$/u.test(gap) && !/\n\s*\n/u.test(gap);
}
