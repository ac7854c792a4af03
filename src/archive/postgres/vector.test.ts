import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchWords } from '../rows.ts';
import { terms } from '../terms.ts';
import { partsOf, queriesOf, spaced, vectorOf } from './vector.ts';

const none: SearchWords = { words: '', speaker: '', cue: '', actor: '', recipient: '', said_by: '', place: '' };

describe('a vector', () => {
  test('has every column’s terms with their places, under the column’s letter', () => {
    expect(vectorOf({ ...none, words: 'the end of the talks', speaker: 'the end' })).toBe(
      "'wthe':1,4 'wend':2 'wof':3 'wtalks':5 'sthe':1 'send':2",
    );
    expect(vectorOf(none)).toBe('');
    expect(partsOf('wthe')).toEqual({ column: 'words', term: 'the' });
    expect(partsOf('bthe')).toEqual({ column: 'said_by', term: 'the' });
  });

  test('is none where one would not hold all of it', () => {
    const long = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`).join(' ');
    expect(vectorOf({ ...none, words: long(4000) })).not.toBeNull();
    expect(vectorOf({ ...none, words: long(4001) })).toBeNull();
    expect(vectorOf({ ...none, words: 'yes '.repeat(255) })).not.toBeNull();
    expect(vectorOf({ ...none, words: 'yes '.repeat(256) })).toBeNull();
    expect(vectorOf({ ...none, place: 'x'.repeat(1999) })).not.toBeNull();
    expect(vectorOf({ ...none, place: 'x'.repeat(2000) })).toBeNull();
    expect(vectorOf({ ...none, place: '字'.repeat(700) })).toBeNull();
    expect(vectorOf({ ...none, words: Array.from({ length: 1000 }, (_, i) => `${i}${'x'.repeat(500)}`).join(' ') })).toBeNull();
  });

  test('needs no quoting, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const vector = vectorOf({ ...none, words: terms(text).join(' ') });
        expect(vector === null || /^(?:'w[\p{L}\p{N}]+':[\d,]+(?: |$))*$/u.test(vector)).toBe(true);
      }),
    );
  });
});

describe('a query', () => {
  test('asks for phrases in columns', () => {
    expect(queriesOf([{ columns: ['words'], phrases: [['the', 'end'], ['talks']] }])).toEqual(["('wthe' <-> 'wend') & ('wtalks')"]);
    expect(queriesOf([{ columns: ['said_by', 'speaker'], phrases: [['anna']] }])).toEqual(["('banna' | 'sanna')"]);
    expect(queriesOf([{ columns: ['words'], phrases: [['go'], ['went']], any: true }])).toEqual(["('wgo' | 'wwent')"]);
  });

  test('is cut where it is too large, and none where no vector has it', () => {
    const phrase = (length: number) => Array.from({ length }, () => 'a');
    expect(queriesOf([{ columns: ['words'], phrases: [phrase(3000), phrase(3000), phrase(900)] }])).toHaveLength(2);
    expect(queriesOf([{ columns: ['words'], phrases: [phrase(4001)] }])).toBeNull();
    expect(queriesOf([{ columns: ['words'], phrases: [['x'.repeat(2000)]] }])).toBeNull();
    expect(queriesOf([{ columns: ['words'], phrases: [['x'.repeat(2000)], ['b']], any: true }])).toEqual(["('wb')"]);
  });
});

test('words that are looked through stand between blanks', () => {
  expect(spaced('the end')).toBe(' the end ');
  expect(spaced('')).toBe('  ');
});
