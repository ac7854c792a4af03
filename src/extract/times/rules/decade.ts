import { civil } from '../calendar.ts';
import type { Context, Found, Rule } from '../found.ts';
import { at, reads, word } from '../tokens.ts';

const named: ReadonlyMap<string, number> = new Map([
  ['twenties', 2],
  ['thirties', 3],
  ['forties', 4],
  ['fifties', 5],
  ['sixties', 6],
  ['seventies', 7],
  ['eighties', 8],
  ['nineties', 9],
]);

/** The latest decade of that name that has begun by the publication: "the '20s" of 1998 are the 1920s. */
const decade =
  (tenth: number) =>
  (context: Context): string => {
    const year = context.published === null ? 1999 : civil(context.published).year;
    const century = Math.floor(year / 100);
    return `${tenth * 10 + century * 100 <= year ? century : century - 1}${tenth}`;
  };

/** "1980s", "1980's", "the '90s", "the nineties", "the early sixties". TIMEX3 writes a decade with three digits. */
export const decades: Rule = {
  name: 'decade',
  starts: ['#', ...named.keys()],
  match(tokens, from): Found | null {
    const first = at(tokens, from);
    const tenth = named.get(first.word);
    const before = word(tokens, from - 1);
    if (tenth !== undefined) {
      const led = ['the', 'early', 'late', 'mid', '-'].includes(before);
      return led && !['his', 'her', 'their'].includes(word(tokens, from - 2))
        ? { from, to: from + 1, type: 'DATE', value: decade(tenth) }
        : null;
    }
    if (!first.word.endsWith('0')) return null;
    let to = from + 1;
    if (word(tokens, to) === "'" || word(tokens, to) === '’') to++;
    const ending = at(tokens, to);
    if (ending.word !== 's' || ending.spaced) return null;
    if (first.word.length === 4) {
      const number = Number(first.word);
      return number >= 1400 && number < 2200 ? { from, to: to + 1, type: 'DATE', value: () => first.word.slice(0, 3) } : null;
    }
    if (first.word.length !== 2 || (before !== "'" && before !== '’' && before !== '‘' && before !== '`') || at(tokens, from).spaced)
      return null;
    if (reads(tokens, to + 1, 'degrees')) return null;
    return { from: from - 1, to: to + 1, type: 'DATE', value: decade(Number(first.word.charAt(0))) };
  },
};
