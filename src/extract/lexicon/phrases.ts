/** A phrase cut into the same words as the text, with what it stands for. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, the longest first, so that the first one that fits is the best. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

const piece = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/** `U.S.` gives `U . S .`: the words of a phrase, cut like the words of a text. */
export const cut = (phrase: string): string[] => phrase.normalize('NFC').match(piece) ?? [];

/** Builds the table; of two equal phrases the earlier entry wins. */
export function phrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const [phrase, value] of entries) {
    const words = cut(phrase);
    const first = words[0];
    if (first === undefined) continue;
    const list = table.get(first);
    if (list) list.push({ words, value });
    else table.set(first, [{ words, value }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The longest phrase that starts at `at` in `words` (compared exactly), or null. */
export function match<T>(table: Phrases<T>, words: readonly string[], at: number): Phrase<T> | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const phrase of table.get(first) ?? []) if (phrase.words.every((word, i) => words[at + i] === word)) return phrase;
  return null;
}

/** All phrases that start at `at`, the longest first; of equal ones the earlier entry first. */
export const matches = <T>(table: Phrases<T>, words: readonly string[], at: number): readonly Phrase<T>[] =>
  (table.get(words[at] ?? '') ?? []).filter((phrase) => phrase.words.every((word, i) => words[at + i] === word));
