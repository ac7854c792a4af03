import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from './marks.ts';
import { paragraphSpans, paragraphsOf } from './pieces.ts';

const mark = (start: number, end: number, record: string): Mark => ({ start, end, part: 'content', look: 'direct', record, first: true });

test('nested and overlapping marks become neighbours', () => {
  const [paragraph] = paragraphsOf('abcdefghij', [mark(1, 8, 'q1'), mark(3, 5, 'q2'), mark(4, 9, 'q3')]);
  expect(paragraph?.pieces.map(({ start, end, marks }) => [start, end, marks.map(({ record }) => record).join(' ')])).toEqual([
    [0, 1, ''],
    [1, 3, 'q1'],
    [3, 4, 'q1 q2'],
    [4, 5, 'q1 q2 q3'],
    [5, 8, 'q1 q3'],
    [8, 9, 'q3'],
    [9, 10, ''],
  ]);
});

test('empty lines part paragraphs; without any, each line is one', () => {
  const cut = (text: string) => paragraphSpans(text).map(({ start, end }) => text.slice(start, end));
  expect(cut('Title\n\nOne\nline.\n \nTwo.\n')).toEqual(['Title', 'One\nline.', 'Two.']);
  expect(cut('One.\nTwo.')).toEqual(['One.', 'Two.']);
  expect(cut('\n\n')).toEqual([]);
});

test('a mark that begins between paragraphs or reaches over them lights every character it covers and no other', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\n\n'), { maxLength: 40 }).map((parts) => parts.join(''));
  const spans = fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 8 });
  fc.assert(
    fc.property(texts, spans, (text, pairs) => {
      const marks = pairs
        .map(([a, b], at) => mark(Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length), `q${at + 1}`))
        .filter(({ start, end }) => start < end);
      for (const { pieces } of paragraphsOf(text, marks))
        for (const piece of pieces) {
          expect(piece.start).toBeLessThan(piece.end);
          const over = marks.filter(({ start, end }) => start <= piece.start && end >= piece.end).map(({ record }) => record);
          expect(piece.marks.map(({ record }) => record).sort()).toEqual(over.sort());
        }
      const shown = paragraphsOf(text, marks).flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)));
      expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
