import { describe, expect, test } from 'vitest';
import { fakeReading } from '../../test/archive/fake-reading.ts';
import { compareVersions } from './versions.ts';

const compare = (one: string, other: string) => compareVersions(fakeReading({ text: one }), fakeReading({ text: other }));

const first = 'Anna said “we will go on with the long talks until the end of the year”. Boris accused Carl. Dora said “never”.';

describe('the records of a version', () => {
  test('stay where their words stay, wherever they have moved to', () => {
    const { fates, added } = compare(first, `It rained. Dora said “never”. ${first.replace(' Dora said “never”.', '')}`);
    expect(fates).toEqual([
      { record: 'q1', fate: 'stays', now: 'q2' },
      { record: 'q2', fate: 'stays', now: 'q1' },
      { record: 'e1', fate: 'stays', now: 'e1' },
    ]);
    expect(added).toEqual([]);
  });

  test('are altered where most of their words stay', () => {
    const { fates } = compare(first, first.replace('the long talks until the end of the year', 'the talks until the end of the week'));
    expect(fates[0]).toEqual({ record: 'q1', fate: 'altered', now: 'q1' });
  });

  test('are removed where their words are gone, and others are added', () => {
    const { fates, added } = compare(first, 'Anna said “it is over”. Boris met Carl.');
    expect(fates.map(({ fate }) => fate)).toEqual(['removed', 'removed', 'removed']);
    expect(added).toEqual(['q1', 'e1']);
  });

  test('stay though nothing is read in them there', () => {
    const { fates } = compare(first, first.replace('Dora said “never”', 'She has said never'));
    expect(fates[1]).toEqual({ record: 'q2', fate: 'stays', now: null });
  });

  test('are each the same as one other: of two equal ones, one is removed', () => {
    const twice = 'Anna said “no comment at all”. Boris said “no comment at all”.';
    const { fates, added } = compare(twice, 'Anna said “no comment at all”.');
    expect(fates.map(({ now }) => now)).toEqual(['q1', null]);
    expect(added).toEqual([]);
    expect(compare('Anna said “no comment at all”.', twice).added).toEqual(['q2']);
  });

  test('all stay in the same text', () => {
    const { fates, added } = compare(first, first);
    expect(fates.every(({ record, fate, now }) => fate === 'stays' && now === record)).toBe(true);
    expect(added).toEqual([]);
  });
});
