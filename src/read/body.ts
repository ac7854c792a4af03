import type { Candidate } from './prose.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const size = 4;

function runs(words: readonly string[]): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i + size <= words.length; i++) set.add(words.slice(i, i + size).join(' '));
  return set;
}

/**
 * The article's paragraphs where schema.org's `articleBody` gives its whole text: all that it holds, and what stands between them.
 * Null where there is none, or where it is cut short or not what the page shows.
 */
export function bodyBlocks(blocks: readonly Candidate[], body: string | null): Candidate[] | null {
  const words = wordsOf(body ?? '');
  if (words.length < 100) return null;
  const known = runs(words);
  const share = blocks.map((block) => {
    const own = [...runs(wordsOf(block.text))];
    return own.length === 0 ? -1 : own.filter((run) => known.has(run)).length / own.length;
  });
  const inBody = (i: number): boolean => (share[i] ?? 0) >= 0.6;
  const length = blocks.reduce((sum, block, i) => sum + (inBody(i) ? wordsOf(block.text).length : 0), 0);
  const keptProse = blocks.reduce((sum, block) => sum + (block.kept && block.linked < 0.3 ? wordsOf(block.text).length : 0), 0);
  // cut short ("…"), or an older state of the article
  if (length < words.length * 0.8 || words.length < keptProse * 0.6) return null;
  const first = blocks.findIndex((_, i) => inBody(i));
  const last = blocks.findLastIndex((_, i) => inBody(i));
  return blocks.filter((block, i) => inBody(i) || (i > first && i < last && block.kept));
}
