import { expect, test } from 'vitest';
import { exitFor } from './exit.ts';

test('what Readout itself lacks is 3, what the user named is 2, a bad input is 1', () => {
  expect(exitFor('READOUT_DATA_MISSING')).toBe(3);
  expect(exitFor('READOUT_MODEL_MISSING')).toBe(3);
  expect(exitFor('READOUT_LEXICON_INVALID')).toBe(2);
  expect(exitFor('READOUT_USAGE')).toBe(2);
  expect(exitFor('READOUT_INPUT_EMPTY')).toBe(1);
});
