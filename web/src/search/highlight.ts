/** A stretch of words; `found` where it is what was looked for. */
export interface Stretch {
  readonly words: string;
  readonly found: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Words as the archive's search takes them: without case and accents, `don’t` as don and t. */
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{Mn}]+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, folded: fold(word) }));

/** What is written in a search field: each a word, or the words of a phrase in quotation marks. */
const sought = (query: string): readonly (readonly string[])[] =>
  [...query.matchAll(/["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu)]
    .map(([all, phrase]) => wordsOf(phrase ?? all).map(({ folded }) => folded))
    .filter((phrase) => phrase.length > 0);

/** `text` cut where what was looked for begins and ends. */
export function stretches(text: string, query: string): readonly Stretch[] {
  const words = wordsOf(text);
  const inside = new Uint8Array(text.length);
  for (const phrase of sought(query))
    words.forEach(({ start }, at) => {
      if (phrase.every((one, further) => words[at + further]?.folded === one)) inside.fill(1, start, words[at + phrase.length - 1]?.end);
    });
  const cut: Stretch[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && inside[end] === inside[at]) end++;
    cut.push({ words: text.slice(at, end), found: inside[at] === 1 });
    at = end;
  }
  return cut;
}
