import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../document/span.ts';
import { windows } from './windows.ts';

/** A made document: paragraphs of sentences of words, each word given by its number of pieces and one character wide. */
function made(shape: readonly (readonly (readonly number[])[])[]) {
  const words: Span[] = [];
  const sentences: Span[] = [];
  const paragraphs: Span[] = [];
  const counts: number[] = [];
  for (const paragraph of shape) {
    const first = words.length;
    for (const sentence of paragraph) {
      const from = words.length;
      for (const pieces of sentence) {
        words.push({ start: words.length * 2, end: words.length * 2 + 1 });
        counts.push(pieces);
      }
      sentences.push({ start: from * 2, end: words.length * 2 - 1 });
    }
    paragraphs.push({ start: first * 2, end: words.length * 2 - 1 });
  }
  return { words, sentences, paragraphs, counts };
}
const of = (shape: readonly (readonly (readonly number[])[])[], limit: number) => {
  const d = made(shape);
  return windows(d.paragraphs, d.sentences, d.words, d.counts, limit);
};
const ones = (n: number) => new Array<number>(n).fill(1);
const word = fc.integer({ min: 1, max: 9 });
const sentence = fc.array(word, { minLength: 1, maxLength: 25 });
const shape = fc.array(fc.array(sentence, { minLength: 1, maxLength: 9 }), { maxLength: 14 });
const limit = fc.integer({ min: 5, max: 90 });

describe('windows', () => {
  it('pack whole paragraphs and repeat the last one', () => {
    expect(of([[ones(40)], [ones(40)], [ones(40)], [ones(40)]], 100)).toEqual([
      { from: 0, to: 80, homeFrom: 0, homeTo: 80 },
      { from: 40, to: 120, homeFrom: 80, homeTo: 120 },
      { from: 80, to: 160, homeFrom: 120, homeTo: 160 },
    ]);
    expect(of([[ones(40)], [ones(40)]], 100)).toEqual([{ from: 0, to: 80, homeFrom: 0, homeTo: 80 }]);
  });

  it('repeat the last sentences where the paragraph does not fit', () => {
    expect(of([[ones(40), ones(10), ones(10)], [ones(75)]], 100)).toEqual([
      { from: 0, to: 60, homeFrom: 0, homeTo: 50 },
      { from: 40, to: 135, homeFrom: 50, homeTo: 135 },
    ]);
  });

  it('cut a long paragraph at sentence ends', () => {
    const long = of([Array.from({ length: 20 }, () => ones(20))], 100);
    expect(long.map((w) => [w.from, w.to])).toEqual([
      [0, 100],
      [80, 180],
      [160, 260],
      [240, 340],
      [320, 400],
    ]);
    for (const w of long) expect([w.homeFrom % 20, w.homeTo % 20]).toEqual([0, 0]);
  });

  it('cut one endless sentence between words', () => {
    const found = of([[ones(1000)]], 100);
    expect(found.length).toBeLessThan(15);
    expect(found.every((w) => w.to - w.from <= 100)).toBe(true);
  });

  it('of nothing are none', () => expect(of([], 100)).toEqual([]));

  it('keep the limit, hold every word, and give every word one home inside its window', () => {
    fc.assert(
      fc.property(shape, limit, (paragraphs, most) => {
        const d = made(paragraphs);
        const found = windows(d.paragraphs, d.sentences, d.words, d.counts, most);
        let home = 0;
        let from = -1;
        let to = 0;
        for (const w of found) {
          const pieces = d.counts.slice(w.from, w.to).reduce((a, b) => a + b, 0);
          const sound =
            (pieces <= most || w.to - w.from === 1) &&
            w.from > from &&
            w.from <= to &&
            w.to > to &&
            w.homeFrom === home &&
            w.homeFrom >= w.from &&
            w.homeTo >= w.homeFrom &&
            w.homeTo <= w.to;
          if (!sound) expect.fail(JSON.stringify({ w, pieces, from, to, home }));
          ({ from, to } = w);
          home = w.homeTo;
        }
        expect([home, to]).toEqual([d.words.length, d.words.length]);
      }),
      { numRuns: 200 },
    );
  });

  it('change only at the end when a paragraph is added', () => {
    fc.assert(
      fc.property(shape, fc.array(sentence, { minLength: 1 }), limit, (paragraphs, more, most) => {
        const short = of(paragraphs, most).slice(0, -1);
        expect(of([...paragraphs, more], most).slice(0, short.length)).toEqual(short);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same behind an anchor whatever stands in front of the article', () => {
    // A paragraph of ten pieces is an anchor, one of eleven is none.
    const paragraphs = (...pieces: readonly number[]) => pieces.map((n) => [ones(n)]);
    const article = [11, 11, 10, 11, 11, 10, 11];
    const ends = (found: ReturnType<typeof of>, shift: number) =>
      found.map(({ from, to, homeFrom, homeTo }) => [from - shift, to - shift, homeFrom - shift, homeTo - shift]);
    const plain = ends(of(paragraphs(...article), 40), 0);
    const moved = ends(of(paragraphs(7, 8, ...article), 40), 15);
    expect(moved.slice(-2)).toEqual(plain.slice(-2));
  });

  it('stay few: no more than twice the pieces are read', () => {
    fc.assert(
      fc.property(shape, (paragraphs) => {
        const d = made(paragraphs);
        const read = windows(d.paragraphs, d.sentences, d.words, d.counts, 254).reduce((sum, w) => sum + w.to - w.from, 0);
        expect(read).toBeLessThanOrEqual(2 * d.words.length);
      }),
    );
  });

  it('cost time in proportion to the text', () => {
    const started = performance.now();
    for (const paragraphs of [
      [[ones(100_000)]],
      [Array.from({ length: 100_000 }, () => ones(3))],
      Array.from({ length: 100_000 }, () => [ones(1)]),
    ])
      of(paragraphs, 254);
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
