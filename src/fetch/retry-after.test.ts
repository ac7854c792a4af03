import { expect, test } from 'vitest';
import { retryAt } from './retry-after.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const day = 24 * 60 * 60 * 1000;

test.each([
  ['120', now + 120_000],
  [' 0 ', now],
  ['Tue, 24 Nov 2026 12:05:00 GMT', now + 300_000],
  ['Tue, 24 Nov 2020 12:05:00 GMT', now],
  ['9999999999', now + day],
  ['Tue, 24 Nov 2099 12:05:00 GMT', now + day],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('Retry-After: %s', (header, at) => {
  expect(retryAt(header, now)).toBe(at);
});
