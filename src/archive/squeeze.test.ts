import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squeezed, unsqueezed } from './squeeze.ts';

const same = (value: unknown): void => {
  expect(JSON.stringify(unsqueezed(squeezed(value)))).toBe(JSON.stringify(value));
};

test('any object comes back to the character', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), same));
});

const span = fc.record({ start: fc.oneof(fc.nat(), fc.double(), fc.integer()), end: fc.oneof(fc.nat(), fc.double()), form: fc.string() });
const key = fc.constantFrom('start', 'end', '#', '~', '__proto__', '0', 'a');
const odd = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.nat(),
    span,
    fc.array(tie('value')),
    fc.dictionary(key, tie('value')),
    fc.constant({ end: 1, start: 2 }),
  ),
}));

test('also with places that are none, and names of fields that mean something here', () => {
  fc.assert(fc.property(fc.dictionary(key, odd.value), same), { numRuns: 500 });
});

test('what stands plain in an archive is read as it is', () => {
  const old = { readout: 1, names: [{ start: 5, end: 9 }], deep: { '#': { start: [1, 2] } } };
  expect(unsqueezed(JSON.stringify(old))).toEqual(old);
  same(old);
});

test('places and lists of like things take less room', () => {
  const names = Array.from({ length: 200 }, (_, i) => ({
    start: 10_000 + 37 * i,
    end: 10_009 + 37 * i,
    type: 'PER',
    parts: [{ start: 10_000 + 37 * i, end: 10_002 + 37 * i }],
  }));
  const text = squeezed({ names });
  expect(text.length * 3).toBeLessThan(JSON.stringify({ names }).length);
  expect(unsqueezed(text)).toEqual({ names });
});
