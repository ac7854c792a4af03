import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretches } from './highlight.ts';

const shown = (text: string, query: string) =>
  stretches(text, query)
    .map(({ words, found }) => (found ? `[${words}]` : words))
    .join('');

test('whole words without case and accents, phrases as they stand', () => {
  expect(shown('A Witch hunt, says Müller: no hunting.', '"witch hunt" muller')).toBe('A [Witch hunt], says [Müller]: no hunting.');
  expect(shown('War and warfare', 'war')).toBe('[War] and warfare');
  expect(shown('“I don’t,” he said, and did not.', '"don\'t" not')).toBe('“I [don’t],” he said, and did [not].');
  expect(shown('Nothing', '')).toBe('Nothing');
});

test('no sign is lost or added, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
      expect(
        stretches(text, query)
          .map(({ words }) => words)
          .join(''),
      ).toBe(text);
    }),
  );
});
