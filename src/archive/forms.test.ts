import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forms } from './forms.ts';

describe('a word finds its other forms, and they find it', () => {
  test.each([
    'protest protests protested protesting',
    'accuse accuses accused accusing',
    'deny denies denied denying',
    'stop stops stopped stopping',
    'hope hopes hoped hoping',
    'plan plans planned planning',
    'admit admits admitted admitting',
    'visit visits visited visiting',
    'travel travels travelled traveled travelling traveling',
    'call calls called calling',
    'pass passes passed passing',
    'agree agrees agreed agreeing',
    'tie ties tied tying',
    'veto vetoes vetoed vetoing',
    'sanction sanctions sanctioned sanctioning',
    'tweet tweets tweeted tweeting',
    'threaten threatens threatened threatening',
    'invade invades invaded invading',
    'refer refers referred referring',
    'fix fixes fixed fixing',
    'die dies died dying',
    'play plays played playing',
    'say says said saying',
    'go goes went gone going',
    'leave leaves left leaving',
    'country countries',
    'church churches',
    'judge judges',
    'law laws',
    'house houses',
    'child children',
    'woman women',
    'crisis crises',
    'life lives',
    'minister ministers',
    'election elections',
  ])('%s', (row) => {
    const all = row.split(' ');
    for (const one of all) expect([one, ...all.filter((other) => !forms(one).includes(other))]).toEqual([one]);
  });
});

test.each([
  ['hoped', 'hop'],
  ['hopped', 'hope'],
  ['evening', 'even'],
  ['news', 'new'],
  ['was', 'wa'],
  ['his', 'hi'],
  ['this', 'thi'],
  ['seed', 'see'],
  ['thing', 'th'],
  ['king', 'k'],
  ['bus', 'bu'],
  ['planed', 'plan'],
  ['press', 'pres'],
  ['us', 'u'],
  ['gas', 'ga'],
  ['paris', 'pari'],
])('%s is no form of %s', (one, other) => {
  expect(forms(one)).not.toContain(other);
});

test('what is no English word is itself alone', () => {
  for (const term of ['2019', 'w17', 'москва', 'x', 'of', 'x'.repeat(5000), '']) expect(forms(term)).toEqual([term]);
});

test('of any term the forms are few, each once, and it is the first', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,40}$/), (term) => {
      const all = forms(term);
      expect(all[0]).toBe(term);
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBeLessThan(40);
      for (const form of all) expect(form).toMatch(/^[a-z0-9]{1,45}$/);
    }),
  );
});
