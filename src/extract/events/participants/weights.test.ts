import { describe, expect, test } from 'vitest';
import { eventTypes } from '../quad.ts';
import { FEATURES, KINDS, NONE_FEATURES } from './features.ts';
import { WEIGHTS } from './weights.ts';

// A feature added without fitting again would move every weight behind it.
describe.each(['actor', 'recipient'] as const)('the weights of the %s', (role) => {
  test('are as many as the features, and the kinds and types', () => {
    const { features, none, kindByType, noneByType } = WEIGHTS[role];
    expect([features.length, none.length]).toEqual([FEATURES.length, NONE_FEATURES.length]);
    expect([kindByType.length, noneByType.length]).toEqual([KINDS.length * eventTypes.length, eventTypes.length]);
  });
});
