import { quotedStretches } from '../../document/marks.ts';
import type { Span } from '../../document/span.ts';

/** Whether a word stands inside quotation marks of any kind; the marks themselves do not count as words said. */
export function quotedWords(text: string, words: readonly Span[], paragraphs: readonly Span[]): (word: number) => boolean {
  const quoted = new Uint8Array(words.length);
  let first = 0;
  for (const { inside, depth } of quotedStretches(text, paragraphs)) {
    if (depth > 0) continue;
    while (first < words.length && (words[first] as Span).start < inside.start) first++;
    for (let w = first; w < words.length && (words[w] as Span).end <= inside.end; w++) quoted[w] = 1;
  }
  return (word) => quoted[word] === 1;
}
