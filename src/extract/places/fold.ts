/** Letters that Unicode's decomposition leaves whole. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ə: 'a',
  ŋ: 'n',
};
/** "St. Louis" and "Saint Louis", "Ft. Worth" and "Fort Worth" are one name. */
const long: Readonly<Record<string, string>> = { st: 'saint', ft: 'fort', mt: 'mount' };

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** One word as the gazetteer files it: no accents, small letters, ASCII only; '' for a word of another script. `foldWord('Île')` is `'ile'`. */
export function foldWord(text: string): string {
  let folded = '';
  let plain = true;
  for (let at = 0; at < text.length && plain; at++) plain = text.charCodeAt(at) < 128;
  if (plain) folded = text.toLowerCase();
  else {
    for (const letter of text.normalize('NFKD').toLowerCase()) {
      if (letter < '\u0080') folded += letter;
      else if (whole[letter] !== undefined) folded += whole[letter];
      else if (!/\p{M}/u.test(letter)) return '';
    }
  }
  return long[folded] ?? folded;
}

/** A name as the gazetteer files it: its words folded, one space between. `fold('St.-Denis')` is `'saint denis'`; '' for another script. */
export function fold(name: string): string {
  const words: string[] = [];
  for (const [part] of name.matchAll(word)) {
    const folded = foldWord(part);
    if (folded === '') return '';
    words.push(folded);
  }
  return words.join(' ');
}
