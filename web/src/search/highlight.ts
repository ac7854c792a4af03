/** A stretch of words; `found` where it is what was looked for. */
export interface Stretch {
  readonly words: string;
  readonly found: boolean;
}

/** Words and phrases as written in a search field. */
export const wanted = (query: string): readonly string[] =>
  [...query.matchAll(/["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu)].map(([all, phrase]) => (phrase ?? all).trim()).filter((words) => words !== '');

/** Without case and accents, and as long as before: what does not keep its length is left as it is. */
const folded = (text: string): string =>
  [...text]
    .map((sign) => {
      const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return plain.length === sign.length ? plain : sign;
    })
    .join('');

const word = /[\p{L}\p{N}]/u;

/** `text` cut where what was looked for begins and ends; as the search does, words are found whole, without case and accents. */
export function stretches(text: string, query: string): readonly Stretch[] {
  const inside = new Uint8Array(text.length);
  const plain = folded(text);
  for (const sought of wanted(query).map(folded))
    for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, at + sought.length)) {
      const end = at + sought.length;
      if (!word.test(plain[at - 1] ?? ' ') && !word.test(plain[end] ?? ' ')) inside.fill(1, at, end);
    }
  const cut: Stretch[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && inside[end] === inside[at]) end++;
    cut.push({ words: text.slice(at, end), found: inside[at] === 1 });
    at = end;
  }
  return cut;
}
