import { describe, expect, test } from 'vitest';
import { words as wordsOf } from '../document/words.ts';
import type { Manifest } from './manifest.ts';
import { pointers } from './pointers.ts';

const manifest: Manifest = {
  version: '0',
  file: 'x.onnx',
  sha256: '0'.repeat(64),
  vocabulary: { file: 'vocab.txt', sha256: '0'.repeat(64) },
  heads: [
    { name: 'attribution', labels: ['O', 'B-content', 'I-content'] },
    { name: 'events', labels: ['O', 'B-ASSAULT', 'I-ASSAULT'] },
  ],
  flags: [],
  relations: ['content-cue', 'trigger-actor', 'antecedent'],
  pointer: 2,
  limit: 254,
  plainMarks: true,
};
const text = 'Go he said Kim attacked';
const words = wordsOf(text);
const stride = 6;
const vector = 6;

/** Tags that are O but for the given word and column; key vectors that answer `row` loudest. */
function outputs(begins: readonly [word: number, column: number][], loudest: number) {
  const tags = new Float32Array(words.length * stride).fill(Math.log(0.001));
  for (const [word, column] of begins) tags[word * stride + column] = Math.log(0.9);
  const key = new Float32Array((words.length + 1) * vector);
  key.fill(2, loudest * vector, (loudest + 1) * vector);
  return { tags, flags: new Float32Array(0), query: new Float32Array(words.length * vector).fill(1), key };
}
const whole = { from: 0, to: words.length, homeFrom: 0, homeTo: words.length };

describe('pointers', () => {
  test('a content points to the word whose key answers', () => {
    const p = pointers(text, words, manifest);
    p.take(whole, outputs([[0, 1]], 3));
    expect(p.point('content-cue', 0)[0]?.word).toBe(2);
    expect(p.link('content-cue', 0, 2)).toBeGreaterThan(p.link('content-cue', 0, -1));
    const all = p.point('content-cue', 0, 99).reduce((sum, { p: value }) => sum + value, 0);
    expect(all).toBeCloseTo(1);
  });

  test('"none" is the row before the words, and always kept', () => {
    const p = pointers(text, words, manifest);
    p.take(whole, outputs([[0, 1]], 0));
    expect(p.point('content-cue', 0)[0]?.word).toBe(-1);
    p.take(whole, outputs([[0, 1]], 4));
    expect(p.point('content-cue', 0, 99).some(({ word }) => word === -1)).toBe(true);
  });

  test('each relation is asked of its own words only', () => {
    const p = pointers(text, words, manifest);
    p.take(
      whole,
      outputs(
        [
          [0, 1],
          [4, 4],
        ],
        3,
      ),
    );
    expect(p.point('trigger-actor', 4)).not.toEqual([]);
    expect(p.point('trigger-actor', 0)).toEqual([]);
    expect(p.point('content-cue', 4)).toEqual([]);
    expect(p.point('antecedent', 1)).not.toEqual([]);
    expect(p.point('antecedent', 3)).toEqual([]);
  });

  test('only words at home in the window are taken from it', () => {
    const p = pointers(text, words, manifest);
    p.take(
      { ...whole, homeFrom: 3 },
      outputs(
        [
          [0, 1],
          [4, 4],
        ],
        3,
      ),
    );
    expect(p.point('content-cue', 0)).toEqual([]);
    expect(p.point('trigger-actor', 4)).not.toEqual([]);
  });

  test('ties go to the earlier word, so that every machine decides alike', () => {
    const p = pointers(text, words, manifest);
    const even = outputs([[0, 1]], 0);
    even.key.fill(1);
    p.take(whole, even);
    expect(p.point('content-cue', 0, 3).map(({ word }) => word)).toEqual([-1, 0, 1]);
  });
});
