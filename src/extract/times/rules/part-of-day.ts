import { dayValue, parseDay } from '../calendar.ts';
import { dayAtIndex, lastDay, timed } from '../day.ts';
import type { Found, Rule } from '../found.ts';
import { at, pastHyphen, word } from '../tokens.ts';
import { vagueSide } from '../value.ts';
import { dayParts } from '../words.ts';

/** "tonight", "overnight" of the publication; "mid-afternoon yesterday", "early morning", "that night", "the next morning" of the last mentioned day. */
export const partOfDay: Rule = {
  name: 'part-of-day',
  starts: ['tonight', 'mid', 'early', 'late', 'that', 'same', 'next', 'following', 'previous'],
  match(tokens, from): Found | null {
    const first = word(tokens, from);
    if (first === 'tonight')
      return {
        from,
        to: from + 1,
        type: 'TIME',
        value: ({ published }) => (published === null ? vagueSide(0) : timed(dayValue(published), 'TNI')),
      };
    const index = first === 'mid' || first === 'late' || first === 'early' ? pastHyphen(tokens, from + 1) : from + 1;
    const part = dayParts.get(word(tokens, index));
    if (part === undefined || word(tokens, index).endsWith('s')) return null;
    const moves = first === 'next' || first === 'following' ? 1 : first === 'previous' ? -1 : 0;
    const day = dayAtIndex(tokens, word(tokens, index + 1) === 'on' ? index + 2 : index + 1);
    if (day === null && (first === 'early' || first === 'late') && at(tokens, index + 1).word === 'of') return null;
    return {
      from,
      to: day?.to ?? index + 1,
      type: 'TIME',
      value: (context) => {
        const base = day?.value(context) ?? lastDay(context);
        if (base === null) return 'XXXX-XX-XX'.concat(`T${part}`);
        return timed(moves === 0 ? base : after(base, moves), `T${part}`);
      },
    };
  },
};

function after(value: string, by: number): string {
  const day = parseDay(value);
  return day === null ? value : dayValue(day + by);
}
