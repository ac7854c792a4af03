import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, shares } from './draw.ts';
import { wilson } from './wilson.ts';

describe('shares', () => {
  test('give all that is asked and there is, and to nobody more than another who has as many', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 12 }), fc.nat(500), (sizes, size) => {
        const given = shares(sizes, size);
        const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
        expect(sum(given)).toBe(Math.min(size, sum(sizes)));
        for (const [at, one] of given.entries()) {
          expect(one).toBeLessThanOrEqual(sizes[at] ?? 0);
          // Who has less than another has all there is, or one less.
          if (one < (sizes[at] ?? 0)) expect(one).toBeGreaterThanOrEqual(Math.max(0, ...given) - 1);
        }
      }),
    );
  });
});

describe('draw', () => {
  const candidates = Array.from({ length: 400 }, (_, at) => ({ record: `${at}`, type: at < 380 ? 'direct' : 'AID', outlet: null }));

  test('does not depend on the order, and weighs a record by what it stands for', () => {
    const asked = { size: 40, seed: 's', by: 'type', query: {} } as const;
    const drawn = draw(candidates, asked);
    expect(draw([...candidates].reverse(), asked)).toEqual(drawn);
    expect(drawn.filter(({ type }) => type === 'AID')).toHaveLength(20);
    expect(drawn.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(400);
  });

  test('draws all alike: over many seeds each comes about as often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const { record } of draw(candidates.slice(0, 40), { size: 10, seed: `${seed}`, by: null, query: {} }))
        counts.set(record, (counts.get(record) ?? 0) + 1);
    // 400 drawings of a quarter: 100, give or take five standard deviations of 8.7.
    for (let at = 0; at < 40; at++) expect(Math.abs((counts.get(`${at}`) ?? 0) - 100)).toBeLessThan(44);
  });
});

describe('wilson', () => {
  // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is from %f to %f', (right, all, low, high) => {
    const [from, to] = wilson(right / all, all);
    expect([from.toFixed(4), to.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  test('always holds the share, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), (share, n) => {
        const [low, high] = wilson(share, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });
});
