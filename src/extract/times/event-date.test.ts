import { describe, expect, it } from 'vitest';
import { dateOf, eventDate } from './event-date.ts';
import { findTimes } from './index.ts';

function dated(text: string, act: string, hypothetical = false): ReturnType<typeof eventDate> {
  const start = text.indexOf(act);
  const times = findTimes(text, { published: '2023-09-13' });
  return eventDate(text, times, { trigger: { start, end: start + act.length }, sentence: { start: 0, end: text.length }, hypothetical });
}

describe('eventDate', () => {
  it('takes the time beside the act', () =>
    expect(dated('They met on Tuesday in Moscow.', 'met')).toEqual({ time: 't1', date: '2023-09-12' }));
  it('prefers the nearer of two', () =>
    expect(dated('Arrested in 2019, he was freed on Monday.', 'freed')).toEqual({ time: 't2', date: '2023-09-11' }));
  it('leaves a time behind other clauses alone', () => {
    expect(
      dated(
        'The ministry, which said on Tuesday that it had told reporters that the talks were over, attacked critics who were jailed.',
        'jailed',
      ),
    ).toEqual({ time: null, date: null });
  });
  it('gives what may happen no date', () => expect(dated('They might meet on Friday.', 'meet', true)).toEqual({ time: null, date: null }));
  it('asks only the sentence', () =>
    expect(
      eventDate('He met her. On Tuesday it rained.', findTimes('He met her. On Tuesday it rained.', { published: '2023-09-13' }), {
        trigger: { start: 3, end: 6 },
        sentence: { start: 0, end: 11 },
        hypothetical: false,
      }).date,
    ).toBeNull());
});

it.each([
  ['1998-08-07', '1998-08-07'],
  ['1998-08-07TMO', '1998-08-07'],
  ['1998-08', '1998-08'],
  ['1998', '1998'],
  ['1998-W32', '1998-08'],
  ['1998-Q3', '1998'],
  ['1998-SU', '1998'],
  ['199', null],
  ['19', null],
  ['P3D', null],
  ['PAST_REF', null],
  ['XXXX-WXX-2', null],
  ['XXXX-10-23', null],
])('dateOf %s is %s', (value, date) => expect(dateOf(value)).toBe(date));
