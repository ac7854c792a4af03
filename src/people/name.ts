/** A person's name in its parts: what stands before the surname, the surname, and what tells a son from his father. */
export interface PersonName {
  /** Given and middle names and the surname; without case, accents, titles. */
  readonly words: readonly string[];
  readonly suffix: string;
}

const APOSTROPHE = /['’ʼ‘`]/gu;
const ACCENT = /\p{Mn}/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Letters that are no accented ones for Unicode, but are for an editor without them. */
const plain: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const titles = new Set(
  'mr mrs ms miss dr prof professor sir lord lady dame sen senator rep representative gov governor gen general col colonel lt capt captain sgt president prime minister king queen prince princess pope'.split(
    ' ',
  ),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** The words of a name: without case and accents, `O’Brien` one word, `Jong-un` two. */
export const nameWords = (text: string): readonly string[] =>
  text
    .replace(/['’]s$/u, '')
    .replace(APOSTROPHE, '')
    .normalize('NFKD')
    .replace(ACCENT, '')
    .toLowerCase()
    .replace(/[łøđıßæœ]/gu, (letter) => plain[letter] ?? letter)
    .match(WORD) ?? [];

/**
 * @example personName('Sen. Donald J. Trump Jr.') // { words: ['donald', 'j', 'trump'], suffix: 'jr' }
 * @example personName('J.D. Vance') // { words: ['jd', 'vance'], suffix: '' }: two initials in front are a given name
 */
export function personName(text: string): PersonName {
  let words = [...nameWords(text)];
  while (words.length > 1 && titles.has(words[0] ?? '')) words = words.slice(1);
  let suffix = '';
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) suffix = words.pop() ?? '';
  const initials = words.findIndex((word) => word.length > 1);
  if (initials > 1) words = [words.slice(0, initials).join(''), ...words.slice(initials)];
  return { words, suffix };
}

export const surnameOf = ({ words }: PersonName): string => words.at(-1) ?? '';

/** A given name and a surname; `J. Smith` may be anybody. */
export const isFull = ({ words }: PersonName): boolean => words.length > 1 && (words[0] ?? '').length > 1;

export const formOf = ({ words, suffix }: PersonName): string => [...words, ...(suffix === '' ? [] : [suffix])].join(' ');

const sameOrInitial = (one: string, other: string): boolean =>
  one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

/** Whether the middle names of one stand, in their order, among the other's; an initial only in its own place: W. is not H. W. */
function within(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  many.forEach((word, i) => {
    const wanted = few[at] ?? '';
    if (at < few.length && (wanted.length === 1 || word.length === 1 ? i === at && sameOrInitial(wanted, word) : wanted === word)) at++;
  });
  return at === few.length;
}

/** The same given name and surname, and middle names that do not contradict: George Bush is George W. Bush and George H. W. Bush, those two are two. */
export function agree(one: PersonName, other: PersonName): boolean {
  const [few, many] = one.words.length <= other.words.length ? [one, other] : [other, one];
  return (
    one.suffix === other.suffix &&
    few.words[0] === many.words[0] &&
    surnameOf(few) === surnameOf(many) &&
    within(few.words.slice(1, -1), many.words.slice(1, -1))
  );
}

/** López Obrador within Andrés Manuel López Obrador: a surname of two words or more. */
export function isTail(few: PersonName, many: PersonName): boolean {
  const { length } = few.words;
  if (length < 2 || length >= many.words.length || few.suffix !== many.suffix) return false;
  return few.words.every((word, i) => word === many.words[many.words.length - length + i]);
}
