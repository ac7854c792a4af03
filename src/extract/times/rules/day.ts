import { dayAndPart, dayAtIndex } from '../day.ts';
import type { Rule } from '../found.ts';
import { holidayStarts } from '../holidays.ts';
import { months, ordinals, tens, weekdays } from '../words.ts';

/** "today", "Friday night", "Monday, Oct. 26", "Oct. 23, 1998", "6 April 1994", "Thanksgiving Day". */
export const day: Rule = {
  name: 'day',
  starts: [
    'today',
    'yesterday',
    'tomorrow',
    '#',
    ...months.keys(),
    ...weekdays.keys(),
    ...ordinals.keys(),
    ...tens.keys(),
    ...holidayStarts,
  ],
  match(tokens, from) {
    const found = dayAtIndex(tokens, from);
    return found === null ? null : dayAndPart(tokens, from, found);
  },
};
