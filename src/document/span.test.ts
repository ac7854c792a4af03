import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, inOrder, overlaps, type Span, slice, startingIn, trim } from './span.ts';

const at = (start: number, end: number): Span => ({ start, end });

describe('spans', () => {
  it('stand for their characters', () => expect(slice('Kim said', at(0, 3))).toBe('Kim'));

  it('overlap where they share a character, and not where they only touch', () => {
    expect(overlaps(at(0, 3), at(2, 5))).toBe(true);
    expect(overlaps(at(2, 5), at(0, 3))).toBe(true);
    expect(overlaps(at(0, 9), at(2, 5))).toBe(true);
    expect(overlaps(at(0, 3), at(3, 5))).toBe(false);
    expect(overlaps(at(3, 5), at(0, 3))).toBe(false);
  });

  it('hold what lies within, edges too', () => {
    expect(contains(at(2, 6), at(2, 6))).toBe(true);
    expect(contains(at(2, 6), at(3, 5))).toBe(true);
    expect(contains(at(2, 6), at(1, 5))).toBe(false);
    expect(contains(at(2, 6), at(3, 7))).toBe(false);
  });

  it('are in order by start, the longer first', () => {
    expect([at(4, 5), at(0, 2), at(0, 9), at(4, 8)].sort(inOrder)).toEqual([at(0, 9), at(0, 2), at(4, 8), at(4, 5)]);
    expect(inOrder(at(1, 2), at(1, 2))).toBe(0);
  });

  it('lose the white space at their ends and nothing else', () => {
    const text = 'a \u00a0 b c\n d';
    expect(trim(text, at(1, 9))).toEqual(at(4, 7));
    expect(trim(text, at(4, 7))).toEqual(at(4, 7));
    expect(trim(text, at(1, 4))).toBeNull();
    expect(trim(text, at(3, 3))).toBeNull();
    expect(trim(' a', at(0, 2))).toEqual(at(1, 2));
    expect(trim('a ', at(0, 2))).toEqual(at(0, 1));
  });

  it('that begin within another are found as if all were looked at', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(40), fc.nat(9)).map(([start, size]) => at(start, start + size)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(spans, fc.nat(40), fc.nat(20), (all, start, size) => {
        const sorted = [...all].sort(inOrder);
        const span = at(start, start + size);
        expect(startingIn(sorted, span)).toEqual(sorted.filter((one) => one.start >= span.start && one.start < span.end));
      }),
    );
    expect(startingIn([at(1, 2), at(3, 4), at(5, 6)], at(3, 5))).toEqual([at(3, 4)]);
  });
});
