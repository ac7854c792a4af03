/** A person's name cut into comparable words. */
export interface PersonName {
  /** Lower case, without accents; hyphenated words apart: `Kim Jong-un` → kim, jong, un. */
  readonly words: readonly string[];
  readonly joined: string;
  readonly suffix: string;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/u;

export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function personName(text: string): PersonName {
  const all = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = all.filter((word) => !SUFFIX.test(word));
  return { words, joined: words.join(''), suffix: all.find((word) => SUFFIX.test(word))?.replace('sr', '') ?? '' };
}

/** Short forms of given names that news uses for one person. */
const SHORT = new Map(
  (
    'mike michael,joe joseph,jim james,bob robert,rob robert,bobby robert,bill william,will william,dick richard,rick richard,tom thomas,dan daniel,dave david,steve steven,steve stephen,chris christopher,tony anthony,jeff jeffrey,ken kenneth,' +
    'greg gregory,ted edward,ed edward,chuck charles,charlie charles,matt matthew,andy andrew,tim timothy,ben benjamin,sam samuel,nick nicholas,pat patrick,ron ronald,don donald,ray raymond,larry lawrence,jerry gerald,jack john,liz elizabeth,' +
    'beth elizabeth,betsy elizabeth,kate katherine,kathy katherine,sue susan,debbie deborah,cathy catherine,alex alexander,max maxwell,josh joshua,zach zachary,doug douglas,fred frederick,al albert,phil philip,pete peter,bernie bernard'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

const sameGiven = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b)) || SHORT.get(a) === b || SHORT.get(b) === a;

/** Whether two names of two words and more can be one person's: equal letters, one inside the other, or the same given and family name. */
export function samePerson(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix && a.suffix !== '' && b.suffix !== '') return false;
  if (a.suffix !== b.suffix && (a.suffix === 'jr' || b.suffix === 'jr')) return false;
  if (a.joined === b.joined) return true;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (inside(short, long)) return true;
  return short.at(-1) === long.at(-1) && sameGiven(short[0] ?? '', long[0] ?? '');
}

/** Whether `short` can be made from `long` by leaving words out. */
function inside(short: readonly string[], long: readonly string[]): boolean {
  let i = 0;
  for (const word of long) if (word === short[i]) i++;
  return i === short.length;
}
