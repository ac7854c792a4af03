import { describe, expect, test } from 'vitest';
import { paragraphs } from './paragraphs.ts';
import { readable } from './readable.ts';

describe('readable', () => {
  test('a megabyte of marks or digits is set aside with its reason, the article beside it is read', () => {
    const text = `The minister said no.\n\n${'" '.repeat(500_000)}\n\n${'7'.repeat(5_000)}\n\nHe left.`;
    const { read, skipped } = readable(text, paragraphs(text), []);
    expect(read.map((span) => text.slice(span.start, span.end))).toEqual(['The minister said no.', 'He left.']);
    expect(skipped.map(({ reason }) => reason)).toEqual(['no prose', 'no prose']);
  });
  test('short lines of signs are read', () => {
    const text = '* * *\n\nThe minister said no.';
    expect(readable(text, paragraphs(text), []).skipped).toEqual([]);
  });
  test('what the reader has set aside stays aside', () => {
    const text = 'Le ministre a dit non.\n\nThe minister said no.';
    const { read, skipped } = readable(text, paragraphs(text), [{ start: 0, end: 22, reason: 'not English' }]);
    expect(read).toEqual([{ start: 24, end: 45 }]);
    expect(skipped).toEqual([{ start: 0, end: 22, reason: 'not English' }]);
  });
});
