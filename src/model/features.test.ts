import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from '../document/paragraphs.ts';
import { slice } from '../document/span.ts';
import { words } from '../document/words.ts';
import { casing, FEATURES, features } from './features.ts';
import { vocabulary, wordPiece } from './wordpiece.ts';

const fixture = fileURLToPath(new URL('../../test/fixtures/features.json', import.meta.url));
const pieces = wordPiece(vocabulary(readFileSync(new URL('../../models/vocab.txt', import.meta.url), 'utf8')));
const of = (text: string) => [...features(text, words(text), paragraphs(text))];

/** What training and reading must agree on, one line a text; `npx vitest run -u src/model/features` writes it anew. */
function record(text: string): string {
  const found = words(text);
  return JSON.stringify({
    text,
    paragraphs: paragraphs(text).map((p) => [p.start, p.end]),
    words: found.map((w) => [w.start, w.end]),
    features: of(text),
    pieces: found.map((w) => pieces(slice(text, w))),
  });
}

describe('features', () => {
  it('are those that the network was trained on', async () => {
    const texts = (JSON.parse(readFileSync(fixture, 'utf8')) as { text: string }[]).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(10);
    await expect(`[\n${texts.map(record).join(',\n')}\n]\n`).toMatchFileSnapshot(fixture);
  });

  it('tell words inside double marks', () => {
    // “ Go , ” he said
    expect(of('“Go,” he said')).toEqual([10 + 15, 5 + 2, 5, 10, 1, 1]);
    expect(of('"Go," he said')).toEqual([10 + 15, 5 + 2, 5, 10, 1, 1]);
    expect(of("``Go,'' he said")).toEqual([10 + 15, 10, 5 + 2, 5, 10, 10, 1, 1]);
  });

  it('start outside in every paragraph', () => {
    expect(of('“Go\nHe said')).toEqual([25, 7, 15 + 2, 1]);
  });

  it('do not take an apostrophe for a double mark', () => {
    expect(of("it's")).toEqual([16, 0, 1]);
    expect(of("' '")).toEqual([15, 0]);
  });

  it('know five casings', () => {
    expect(['12', 'said', 'Kim', 'I', 'NATO', 'McCain', 'iPhone', '中', '4th', 'B2B', 'É'].map(casing)).toEqual([
      0, 1, 2, 2, 3, 4, 4, 1, 1, 3, 2,
    ]);
  });

  it('are one number below FEATURES for every word, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '“', '”', "'", '`', '«', '»', 'a', 'B', ' ', '\n', '\ud800', '中', '\u0301') }),
        (text) => {
          const found = of(text);
          expect(found.length).toBe(words(text).length);
          for (const number of found) expect(number).toBeLessThan(FEATURES);
          expect(found.filter((n) => n >= 15).length).toBe(paragraphs(text).filter((p) => words(slice(text, p)).length > 0).length);
        },
      ),
    );
  });
});
