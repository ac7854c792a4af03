/** Words longer than this many characters are not in any vocabulary. */
const LONGEST_WORD = 100;
const CACHED_WORDS = 50_000;
const SILENT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/gu;
const ACCENTS = /\p{Mn}/gu;
const ASCII_LETTERS = /^[a-z0-9]*$/u;

/** Gives the piece ids of one word (a slice of the text at a span of `words`). Never empty. */
export type WordPiece = (word: string) => readonly number[];

/** The lines of a BERT `vocab.txt`: the piece on line n (from 0) has the id n. */
export const vocabulary = (file: string): readonly string[] => file.replace(/\n$/u, '').split('\n');

/**
 * BERT's uncased WordPiece over `vocab`: lower case, no accents, the longest piece first, `##` for pieces that go on a word,
 * `[UNK]` for a word that cannot be put together. Words are kept with their pieces, so that a common word costs one look-up.
 * @example wordPiece(vocab)('Putin’s') // throws nothing; words are given one by one: 'Putin', '’', 's'
 */
export function wordPiece(vocab: readonly string[]): WordPiece {
  const starts = new Map<string, number>();
  const continuations = new Map<string, number>();
  let longest = 1;
  vocab.forEach((piece, id) => {
    const goesOn = piece.startsWith('##') && piece.length > 2;
    const characters = goesOn ? piece.slice(2) : piece;
    (goesOn ? continuations : starts).set(characters, id);
    longest = Math.max(longest, characters.length);
  });
  const unknown = [starts.get('[UNK]') ?? 100];
  const known = new Map<string, readonly number[]>();

  const split = (word: string): readonly number[] => {
    const text = normal(word);
    if (text === '' || (text.length > LONGEST_WORD && [...text].length > LONGEST_WORD)) return unknown;
    const ids: number[] = [];
    for (let start = 0; start < text.length; ) {
      const pieces = start === 0 ? starts : continuations;
      let end = Math.min(text.length, start + longest);
      let id = pieces.get(text.slice(start, end));
      while (id === undefined && end > start + 1) id = pieces.get(text.slice(start, --end));
      if (id === undefined) return unknown;
      ids.push(id);
      start = end;
    }
    return ids;
  };

  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const ids = split(word);
    if (known.size >= CACHED_WORDS) known.clear();
    // A longer slice would hold the whole article that it was cut from; put together anew it stands alone.
    known.set(word.length > 12 ? word.split('').join('') : word, ids);
    return ids;
  };
}

/** The word as an uncased BERT reads it. Greek Σ is σ wherever it stands, as in the reference tokenizer (not ς at a word's end). */
function normal(word: string): string {
  const lower = word.replaceAll('Σ', 'σ').toLowerCase();
  if (ASCII_LETTERS.test(lower)) return lower;
  return lower.replace(SILENT, '').normalize('NFD').replace(ACCENTS, '');
}
