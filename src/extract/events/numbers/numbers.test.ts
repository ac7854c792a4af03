import { describe, expect, test } from 'vitest';
import type { Event } from '../../../reading/schema.ts';
import { amountsIn } from './amounts.ts';
import { numbersOf } from './index.ts';

const amounts = (text: string) =>
  amountsIn(text, { start: 0, end: text.length })
    .filter(({ other }) => !other)
    .map(({ start, end, least, most, about, currency }) => [text.slice(start, end), least, most, about, currency]);

describe('amountsIn', () => {
  test.each([
    ['at least 20 dead', [['at least 20', 20, null, false, null]]],
    ['up to 1,200 people', [['up to 1,200', null, 1200, false, null]]],
    ['about $3.5 billion in aid', [['about $3.5 billion', 3.5e9, 3.5e9, true, 'USD']]],
    ['dozens wounded', [['dozens', 24, null, true, null]]],
    ['tens of thousands marched', [['tens of thousands', 20000, null, true, null]]],
    ['between 20 and 30 civilians', [['between 20 and 30', 20, 30, false, null]]],
    ['$2-3 million', [['$2-3 million', 2e6, 3e6, false, 'USD']]],
    ['two dozen soldiers', [['two dozen', 24, 24, false, null]]],
    ['a dozen men', [['a dozen', 12, 12, false, null]]],
    ['twenty-one officers', [['twenty-one', 21, 21, false, null]]],
    ['three hundred people', [['three hundred', 300, 300, false, null]]],
    ['more than 5 million euros', [['more than 5 million euros', 5e6, null, false, 'EUR']]],
    ['in 2015 or the 20th of May', []],
    ['20 per cent and 15%, 40-year-old, 3 years', []],
    ['the A320 and U2', []],
    ['the Aug. 21 attack, of January 3', []],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});

describe('numbersOf', () => {
  const numbers = (text: string, ...acts: readonly (readonly [Event['type'], string])[]) =>
    numbersOf(
      text,
      { start: 0, end: text.length },
      acts.map(([type, words]) => ({ type, trigger: { start: text.indexOf(words), end: text.indexOf(words) + words.length } })),
    ).map((list) => list.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`));

  test('dead and wounded of one attack', () => {
    expect(numbers('At least 20 people were killed and dozens wounded in the blast.', ['ASSAULT', 'killed'])).toEqual([
      ['dead: At least 20', 'wounded: dozens'],
    ]);
    expect(numbers('The bomb killed 12 and wounded more than 30 others.', ['ASSAULT', 'killed'])).toEqual([
      ['dead: 12', 'wounded: more than 30'],
    ]);
    expect(numbers('The shelling left six dead and two missing.', ['ASSAULT', 'shelling'])).toEqual([['dead: six', 'missing: two']]);
  });
  test('each number goes to the act it counts', () => {
    expect(numbers('About 1,500 people marched and police arrested 30 of them.', ['PROTEST', 'marched'], ['COERCE', 'arrested'])).toEqual([
      ['people: About 1,500'],
      ['arrested: 30'],
    ]);
    expect(numbers('Germany gave $3 billion in aid and met the envoy.', ['AID', 'gave'], ['CONSULT', 'met'])).toEqual([
      ['money: $3 billion'],
      [],
    ]);
  });
  test('a number that counts nothing of the act stays out', () => {
    expect(numbers('The army attacked two villages on 12 May 2019.', ['ASSAULT', 'attacked'])).toEqual([[]]);
    expect(numbers('The president met 20 ministers.', ['CONSULT', 'met'])).toEqual([[]]);
    expect(numbers('The 40-year-old man killed on Sunday was a baker.', ['ASSAULT', 'killed'])).toEqual([[]]);
  });
  test('a megabyte of digits, blanks or approximators takes no time', () => {
    for (const piece of ['1', '1,', ' ', 'at least ', '$', 'twenty ', '20 to ', 'hundreds of ']) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const started = performance.now();
      numbersOf(text, { start: 0, end: text.length }, [{ type: 'ASSAULT', trigger: { start: 0, end: 1 } }]);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
