import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { civil, dayNumber, dayValue, monthLength, weekdayOf, weekValue } from './calendar.ts';
import { findTimes } from './index.ts';

const pieces = [
  'last',
  'next',
  'the',
  'a',
  'two',
  '1998',
  '12',
  'May',
  'Oct.',
  'Friday',
  'night',
  'at',
  '10',
  'p.m.',
  'year',
  'years',
  'week',
  'ago',
  'earlier',
  'every',
  '-',
  ',',
  '.',
  '\n\n',
  'quarter',
  'third',
  'mid',
  '1990s',
  'now',
  'today',
  'said',
  'will',
  "'s",
  'half',
  'and',
  'of',
  'century',
  '20th',
  '😀',
  'é',
  ':',
  '30',
  '/',
  'that',
  'day',
  'before',
  'weekend',
  'first',
  'hundred',
  'Thanksgiving',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(' '));
const published = fc.oneof(fc.constant(null), fc.integer({ min: -30_000, max: 40_000 }).map(dayValue));

describe('findTimes', () => {
  it('gives spans of the text in order, that do not overlap, with well-formed values', () => {
    fc.assert(
      fc.property(texts, published, (text, day) => {
        let last = 0;
        findTimes(text, { published: day }).forEach((time, index) => {
          expect(time.id).toBe(`t${index + 1}`);
          expect(time.start).toBeGreaterThanOrEqual(last);
          expect(time.end).toBeGreaterThan(time.start);
          expect(text.slice(time.start, time.end).trim()).toBe(text.slice(time.start, time.end));
          expect(time.value).toMatch(/^(?:[\dX]{2,4}(?:-|T|$)|P[\dXT]|PAST_REF|PRESENT_REF|FUTURE_REF|BC)/u);
          expect(time.value).not.toMatch(/NaN|undefined|null/u);
          last = time.end;
        });
      }),
    );
  });

  it('moves with the text and changes nothing else', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 5 }), (text, lines) => {
        const shift = '\n\n'.repeat(lines);
        const moved = findTimes(shift + text, { published: '2023-09-13' }).map((time) => ({
          ...time,
          start: time.start - shift.length,
          end: time.end - shift.length,
        }));
        expect(moved).toEqual(findTimes(text, { published: '2023-09-13' }));
      }),
    );
  });

  describe('at any clock and in any time zone', () => {
    afterEach(() => {
      vi.useRealTimers();
      vi.unstubAllEnvs();
    });
    const text =
      'Today, last Friday night at 10 p.m., two weeks ago, in May, next year and on Thanksgiving they met; "the ’90s" end in 5 days.';
    it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])('%s', (zone) => {
      const here = findTimes(text, { published: '2023-09-13' });
      vi.stubEnv('TZ', zone);
      vi.useFakeTimers();
      vi.setSystemTime(new Date('1999-12-31T23:59:59Z'));
      expect(findTimes(text, { published: '2023-09-13' })).toEqual(here);
    });
  });

  it.each(['7', ' ', '\n ', '"', '1,000,', '12.', 'hundred and ', 'last the ', '(', 'May '])(
    'takes linear time on a megabyte of %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const started = performance.now();
      findTimes(text, { published: '2023-09-13' });
      expect(performance.now() - started).toBeLessThan(8000);
    },
    20_000,
  );
});

describe('calendar', () => {
  it('turns days to dates and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), (number) => {
        const { year, month, day } = civil(number);
        expect(dayNumber(year, month, day)).toBe(number);
        expect(day).toBeLessThanOrEqual(monthLength(year, month));
        const date = new Date(number * 86_400_000);
        expect([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay() || 7]).toEqual([
          year,
          month,
          day,
          weekdayOf(number),
        ]);
      }),
    );
  });
  it.each([
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2018-12-31', '2019-W01'],
    ['1998-08-07', '1998-W32'],
  ])('%s lies in %s', (day, week) => {
    const [year, month, date] = day.split('-').map(Number);
    expect(weekValue(dayNumber(year ?? 0, month ?? 0, date ?? 0))).toBe(week);
  });
});
