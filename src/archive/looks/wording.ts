/** How one wording stands to another. */
export type Change = 'same' | 'cut' | 'longer' | 'altered';

/** Longer quotations are compared by their first words: the time grows with the product. */
const MOST = 400;
/** From this share of the shorter one's words on, in their order, both have one source. */
const ALTERED = 0.6;
const FEWEST = 4;

/** Length of the longest common subsequence. */
function common(one: readonly string[], other: readonly string[]): number {
  let row = new Uint16Array(other.length + 1);
  for (const word of one) {
    const next = new Uint16Array(other.length + 1);
    for (let j = 1; j <= other.length; j++)
      next[j] = word === other[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    row = next;
  }
  return row[other.length] ?? 0;
}

/**
 * What became of a wording; null where the other is no printing of it. Both as terms.
 * @example changeOf(['we', 'will', 'not', 'go'], ['we', 'will']) // 'cut'
 */
export function changeOf(first: readonly string[], other: readonly string[]): Change | null {
  const [one, two] = [first.slice(0, MOST), other.slice(0, MOST)];
  const least = Math.min(one.length, two.length);
  if (least === 0) return null;
  const both = common(one, two);
  if (both === one.length && both === two.length) return 'same';
  // One word out of a sentence is no printing of it.
  if (both === least) return least < 2 ? null : two.length < one.length ? 'cut' : 'longer';
  return both >= FEWEST && both >= least * ALTERED ? 'altered' : null;
}
