import type { Span } from '../../document/span.ts';
import { features } from '../../model/features.ts';

/** Whether a word stands inside quotation marks. */
export function quotedWords(text: string, words: readonly Span[], paragraphs: readonly Span[]): (word: number) => boolean {
  const numbers = features(text, words, paragraphs);
  return (word) => Math.floor(((numbers[word] ?? 0) % 15) / 5) === 1;
}
