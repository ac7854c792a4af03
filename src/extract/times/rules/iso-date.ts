import { dayNumber, dayValue, monthLength } from '../calendar.ts';
import { clockAfter } from '../clock.ts';
import type { Rule } from '../found.ts';
import { at, word } from '../tokens.ts';

/** "1998-08-07", "2023-09-13T10:30Z", "8/7/1998" (month first, unless it cannot be), "07.08.1998" (day first). */
export const isoDate: Rule = {
  name: 'iso-date',
  starts: ['#'],
  match(tokens, from) {
    const mark = word(tokens, from + 1);
    const [a, b, c] = [at(tokens, from), at(tokens, from + 2), at(tokens, from + 4)];
    if ((mark !== '-' && mark !== '/' && mark !== '.') || word(tokens, from + 3) !== mark || !b.digits || !c.digits || b.word.length > 2)
      return null;
    if (b.spaced || c.spaced || at(tokens, from + 1).spaced || at(tokens, from + 3).spaced) return null;
    let [year, month, day] = [Number(a.word), Number(b.word), Number(c.word)];
    if (a.word.length !== 4) {
      if (c.word.length !== 4 || a.word.length > 2 || mark === '-') return null;
      year = Number(c.word);
      [month, day] = mark === '/' && Number(a.word) <= 12 ? [Number(a.word), Number(b.word)] : [Number(b.word), Number(a.word)];
    } else if (c.word.length > 2) return null;
    if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
    const value = dayValue(dayNumber(year, month, day));
    const clock = clockAfter(tokens, from + 5);
    return clock === null
      ? { from, to: from + 5, type: 'DATE', value: () => value }
      : { from, to: clock.to, type: 'TIME', value: () => `${value}T${clock.value}` };
  },
};
