import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bioLabels, decode } from './decode.ts';

const labels = bioLabels(['O', 'B-source', 'I-source', 'B-cue', 'I-cue']);
const size = labels.size;
const never = () => false;

/** A table of log-probabilities that puts `p` on the given column of each word. */
function table(columns: readonly number[], p = 0.9): Float32Array {
  return Float32Array.from(
    columns.flatMap((column) => Array.from({ length: size }, (_, l) => Math.log(l === column ? p : (1 - p) / (size - 1)))),
  );
}

/** The best legal sequence by trying them all. */
function bestByTrial(rows: number[][]): number {
  const legal = (before: number, after: number) =>
    after === 2 ? before === 1 || before === 2 : after === 4 ? before === 3 || before === 4 : true;
  const go = (w: number, before: number): number =>
    w === rows.length ? 0 : Math.max(...[0, 1, 2, 3, 4].filter((l) => legal(before, l)).map((l) => (rows[w]?.[l] ?? 0) + go(w + 1, l)));
  return go(0, 0);
}

describe('decode', () => {
  test('a run begins at B and goes on while I follows', () => {
    expect(decode(table([0, 1, 2, 2, 3, 0]), 6, size, 0, labels, never)).toMatchObject([
      { label: 'source', from: 1, to: 4 },
      { label: 'cue', from: 4, to: 5 },
    ]);
  });

  test('an I without its B is never given', () => {
    const found = decode(table([2, 2, 0]), 3, size, 0, labels, never);
    expect(found.every(({ label }) => label === 'source')).toBe(true);
    expect(found[0]?.from ?? 0).toBe(0);
  });

  test('nothing runs on into the next paragraph', () => {
    const found = decode(table([1, 2, 2, 2]), 4, size, 0, labels, (word) => word === 2);
    expect(found.map(({ from, to }) => [from, to])).not.toContainEqual([0, 4]);
    expect(found.every(({ from, to }) => to <= 2 || from >= 2)).toBe(true);
  });

  test('other columns of the row are another head’s', () => {
    const wide = new Float32Array(2 * 8).fill(5);
    wide.set(table([1]), 3);
    wide.set(table([2]), 8 + 3);
    expect(decode(wide, 2, 8, 3, labels, never)).toMatchObject([{ label: 'source', from: 0, to: 2 }]);
  });

  test('no text, no tags', () => {
    expect(decode(new Float32Array(0), 0, size, 0, labels, never)).toEqual([]);
  });

  test('the sequence is the best of all legal ones', () => {
    const row = fc.array(fc.integer({ min: -9, max: -1 }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const found = decode(Float32Array.from(rows.flat()), rows.length, size, 0, labels, never);
        const path = rows.map(() => 0);
        for (const { label, from, to } of found)
          for (let w = from; w < to; w++) path[w] = label === 'source' ? (w === from ? 1 : 2) : w === from ? 3 : 4;
        const score = path.reduce((sum, l, w) => sum + (rows[w]?.[l] ?? 0), 0);
        expect(score).toBe(bestByTrial(rows));
      }),
    );
  });
});
