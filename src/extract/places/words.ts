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

/** The most of a gap that is looked at. */
const gapMost = 24;

function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  const first = text.charAt(0);
  return first !== first.toLowerCase() || (code >= 0xd800 && code <= 0xdbff);
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let opens = true;
  const runs: { index: number; text: string }[] = [];
  for (const found of text.matchAll(run)) runs.push({ index: found.index, text: found[0] });
  runs.forEach((here, at) => {
    const end = here.index + here.text.length;
    const next = runs[at + 1]?.index ?? text.length;
    const gap = text.slice(end, Math.min(next, end + gapMost));
    const capital = isCapital(here.text);
    words.push({
      start: here.index,
      end,
      text: here.text,
      folded: foldWord(here.text),
      capital,
      shouted: capital && here.text.length > 1 && here.text === here.text.toUpperCase(),
      gap,
      opens,
    });
    opens = gap !== ' ' && /[.!?:\n“"]/.test(gap) && !(gap.startsWith('.') && here.text.length <= 3);
  });
  return words;
}

/** Whether two words may stand in one name, by what is between them. */
export function joins(word: Word): boolean {
  const { gap } = word;
  if (gap === ' ' || gap === '-' || gap === "'" || gap === '’' || gap === '–') return true;
  if (gap === '. ' || gap === '.')
    return word.text.length === 1 || word.folded === 'saint' || word.folded === 'fort' || word.folded === 'mount';
  return gap.length < gapMost && /^\s+$/u.test(gap) && !/\n\s*\n/u.test(gap);
}
