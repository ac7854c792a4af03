import { describe, expect, it } from 'vitest';
import { findTimes } from './index.ts';

/** `text|type|value` of each time in a sentence published on Wednesday 2023-09-13. */
const read = (text: string, published: string | null = '2023-09-13'): string[] =>
  findTimes(text, { published }).map((time) => `${text.slice(time.start, time.end)}|${time.type}|${time.value}`);

const cases: Record<string, readonly (readonly [sentence: string, ...times: string[]])[]> = {
  'full dates': [
    ['They signed on Oct. 23, 1998.', 'Oct. 23, 1998|DATE|1998-10-23'],
    ['It began on 6 April 1994.', '6 April 1994|DATE|1994-04-06'],
    ['Filed 2019-02-28 and 12/31/1999.', '2019-02-28|DATE|2019-02-28', '12/31/1999|DATE|1999-12-31'],
    ['Logged at 2019-02-28T10:30:00Z here.', '2019-02-28T10:30:00Z|TIME|2019-02-28T10:30'],
    ['He spoke on Tuesday, Sept. 12.', 'Tuesday, Sept. 12|DATE|2023-09-12'],
    ['The fourth of July was quiet; on the 5th of May it rained.', 'The fourth of July|DATE|2023-07-04', 'the 5th of May|DATE|2023-05-05'],
    ['Held on April 24 and 25.', 'April 24|DATE|2023-04-24', '25|DATE|2023-04-25'],
    ['Since the Sept. 11 attacks', 'the Sept. 11|DATE|2001-09-11'],
  ],
  'dates without a year': [
    ['The dividend is payable Jan. 2.', 'Jan. 2|DATE|2024-01-02'],
    ['He was arrested in December.', 'December|DATE|2022-12'],
    ['The vote is expected in December.', 'December|DATE|2023-12'],
    ['It fell in June last year.', 'June last year|DATE|2022-06'],
    ['They met last May.', 'last May|DATE|2023-05'],
  ],
  weekdays: [
    ['Kim arrived Tuesday.', 'Tuesday|DATE|2023-09-12'],
    ['He will arrive Friday.', 'Friday|DATE|2023-09-15'],
    ['The mayor said Wednesday', 'Wednesday|DATE|2023-09-13'],
    ['seen last Wednesday', 'last Wednesday|DATE|2023-09-06'],
    ['Talks resume next Monday.', 'next Monday|DATE|2023-09-18'],
    ['Look at Wednesday’s ruling', 'Wednesday|DATE|2023-09-13'],
  ],
  'beside the publication': [
    ['He left yesterday; she comes tomorrow.', 'yesterday|DATE|2023-09-12', 'tomorrow|DATE|2023-09-14'],
    ['It rose last week, this month and next year.', 'last week|DATE|2023-W36', 'this month|DATE|2023-09', 'next year|DATE|2024'],
    ['Two weeks ago, a decade ago and 10 days ago', 'Two weeks ago|DATE|2023-W35', 'a decade ago|DATE|2013', '10 days ago|DATE|2023-09-03'],
    ['this summer and last winter', 'this summer|DATE|2023-SU', 'last winter|DATE|2022-WI'],
    ['later this year', 'later this year|DATE|2023'],
  ],
  'years, decades, centuries': [
    ['in 1998 and in mid-2015', '1998|DATE|1998', 'mid-2015|DATE|2015'],
    ['the early 1990s, the ’80s and the nineties', 'the early 1990s|DATE|199', 'the ’80s|DATE|198', 'the nineties|DATE|199'],
    ['in the 20th century', 'the 20th century|DATE|19'],
    ['in nineteen ninety-six', 'nineteen ninety-six|DATE|1996'],
    ['by the year two thousand', 'two thousand|DATE|2000'],
  ],
  'company reports': [
    ['In the third quarter profit fell from $3 million a year earlier.', 'the third quarter|DATE|2023-Q3', 'a year earlier|DATE|2022-Q3'],
    ['third-quarter 1998 results; the 1988 second quarter', 'third-quarter 1998|DATE|1998-Q3', 'the 1988 second quarter|DATE|1988-Q2'],
    ['fiscal 1998 and fiscal year 2001', 'fiscal 1998|DATE|1998', 'fiscal year 2001|DATE|2001'],
    ['For the first nine months it lost money.', 'the first nine months|DURATION|P9M'],
    ['In the first half of 2010', 'the first half of 2010|DATE|2010-H1'],
  ],
  'times of day': [
    ['at 10 p.m. Wednesday', '10 p.m. Wednesday|TIME|2023-09-13T22:00'],
    ['until 5 p.m. EST Nov. 9, 1989', '5 p.m. EST Nov. 9, 1989|TIME|1989-11-09T17:00'],
    ['on Monday morning', 'Monday morning|TIME|2023-09-11TMO'],
    ['noon on Thursday', 'noon on Thursday|TIME|2023-09-07T12:00'],
    ['last night and this evening', 'last night|TIME|2023-09-12TNI', 'this evening|TIME|2023-09-13TEV'],
    ['at 0735 GMT and at 18:30', '0735 GMT|TIME|2023-09-13T07:35', '18:30|TIME|2023-09-13T18:30'],
  ],
  durations: [
    ['for two years and a few months', 'two years|DURATION|P2Y', 'a few months|DURATION|PXM'],
    ['a two-week, 16-hour, eight-year affair', 'two-week|DURATION|P2W', '16-hour|DURATION|PT16H', 'eight-year|DURATION|P8Y'],
    ['for 2 1/2 years, an hour and a half', '2 1/2 years|DURATION|P2Y6M', 'an hour and a half|DURATION|PT1H30M'],
    ['three and a half months', 'three and a half months|DURATION|P3.5M'],
    ['the past three months and the next few days', 'the past three months|DURATION|P3M', 'the next few days|DURATION|PXD'],
    ['an 8-month-old truce', '8-month-old|DURATION|P8M'],
    ['more than four hours', 'more than four hours|DURATION|PT4H'],
    ['for weeks, decades-long', 'weeks|DURATION|PXW', 'decades-long|DURATION|PXDE'],
  ],
  sets: [
    ['every week, each July, every Thursday', 'every week|SET|P1W', 'each July|SET|XXXX-07', 'every Thursday|SET|XXXX-WXX-4'],
    ['annually, daily, every two weeks', 'annually|SET|P1Y', 'daily|SET|P1D', 'every two weeks|SET|P2W'],
    ['on Tuesday nights', 'Tuesday nights|SET|XXXX-WXX-2TNI'],
    ['$1 billion a year', 'a year|SET|P1Y'],
  ],
  'vague references': [
    [
      'now, recently, currently, in the future, in the past.',
      'now|DATE|PRESENT_REF',
      'recently|DATE|PAST_REF',
      'currently|DATE|PRESENT_REF',
      'the future|DATE|FUTURE_REF',
      'the past|DATE|PAST_REF',
    ],
    ['a few years ago; in recent years', 'a few years ago|DATE|PAST_REF', 'recent years|DURATION|PXY'],
  ],
  'beside the last date': [
    ['He fled on May 3, 2001 and returned the same day.', 'May 3, 2001|DATE|2001-05-03', 'the same day|DATE|2001-05-03'],
    ['Elected in 1995; the following year he left.', '1995|DATE|1995', 'the following year|DATE|1996'],
    ['Shot on Oct. 23, 1998. Two days earlier he had moved.', 'Oct. 23, 1998|DATE|1998-10-23', 'Two days earlier|DATE|1998-10-21'],
  ],
  holidays: [
    ['They drowned on Thanksgiving Day.', 'Thanksgiving Day|DATE|2022-11-24'],
    ['They will march on Thanksgiving Day.', 'Thanksgiving Day|DATE|2023-11-23'],
    [
      'on Christmas Eve 2019, New Year’s Day 2020 and Easter 2021',
      'Christmas Eve 2019|DATE|2019-12-24',
      'New Year’s Day 2020|DATE|2020-01-01',
      'Easter 2021|DATE|2021-04-04',
    ],
  ],
};

for (const [phenomenon, sentences] of Object.entries(cases)) {
  describe(phenomenon, () => {
    for (const [sentence, ...times] of sentences) it(sentence, () => expect(read(sentence)).toEqual(times));
  });
}

describe('without a publication date', () => {
  it.each([
    ['on Tuesday', 'Tuesday|DATE|XXXX-WXX-2'],
    ['in October', 'October|DATE|XXXX-10'],
    ['on Oct. 23', 'Oct. 23|DATE|XXXX-10-23'],
    ['last week', 'last week|DATE|PAST_REF'],
    ['today', 'today|DATE|PRESENT_REF'],
    ['next month', 'next month|DATE|FUTURE_REF'],
    ['two years ago', 'two years ago|DATE|PAST_REF'],
    ['in 1998', '1998|DATE|1998'],
    ['the third quarter', 'the third quarter|DATE|XXXX-Q3'],
  ])('%s', (sentence, time) => expect(read(sentence, null)).toEqual([time]));

  it('takes an unreadable publication date as none', () => expect(read('on Tuesday', 'last spring')).toEqual(['Tuesday|DATE|XXXX-WXX-2']));
});

it('does not read over a paragraph’s end', () => {
  const text = 'He left in October\n1998 people came.';
  const paragraphs = [
    { start: 0, end: 18 },
    { start: 19, end: text.length },
  ];
  const times = findTimes(text, { published: '2023-09-13', paragraphs }).map(({ start, end }) => text.slice(start, end));
  expect(times[0]).toBe('October');
});

it('reads a date-time as the day it prints', () => expect(read('today', '2023-09-13T23:30:00-05:00')).toEqual(['today|DATE|2023-09-13']));
