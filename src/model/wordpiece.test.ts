import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../document/span.ts';
import { words } from '../document/words.ts';
import { vocabulary, wordPiece } from './wordpiece.ts';

const fixture = (name: string) => readFileSync(new URL(`../../test/fixtures/${name}`, import.meta.url), 'utf8');
const pieces = wordPiece(vocabulary(readFileSync(new URL('../../models/vocab.txt', import.meta.url), 'utf8')));
const ours = (text: string) => words(text).flatMap((word) => pieces(slice(text, word)));

const { truncation: _, padding: __, added_tokens: ___, ...config } = JSON.parse(fixture('tokenizer.json'));
const oracle = new Tokenizer({ ...config, added_tokens: [] }, { clean_up_tokenization_spaces: false });
const theirs = (text: string) => oracle.encode(text, { add_special_tokens: false }).ids;

// Where we differ on purpose: controls separate words (BERT glues them), Σ is never a final ς and CJK beyond the first plane stands
// alone (both as in the Rust tokenizer, which the JavaScript one does not follow), a lone surrogate is a word.
const differs = /[\p{Cc}\p{Cs}Σ\u{20000}-\u{2ffff}]/gu;
const text = (unit: 'grapheme' | 'binary') => fc.string({ unit, maxLength: 60 }).map((t) => t.replace(differs, ' '));
const mixed = fc
  .array(
    fc.oneof(
      text('grapheme'),
      text('binary'),
      fc.lorem({ maxCount: 3 }),
      fc.constantFrom(' ', 'é', '\u0301', '’', '“', '=', '\u0338', '\u00ad', 'Ünited', '中'),
    ),
  )
  .map((parts) => parts.join(''));

describe('wordPiece', () => {
  it('gives the ids of @huggingface/tokenizers on random Unicode', () => {
    fc.assert(
      fc.property(mixed, (t) => {
        expect(ours(t)).toEqual(theirs(t));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the ids of the Rust tokenizers on hard strings', () => {
    const cases = JSON.parse(fixture('wordpiece.json')) as { text: string; ids: number[] }[];
    expect(cases.length).toBeGreaterThan(30);
    for (const { text, ids } of cases) expect([text, ours(text)]).toEqual([text, ids]);
  });

  it('agrees with both over every character of the first plane', () => {
    for (let from = 0x20; from < 0xffff; from += 64) {
      const points = Array.from({ length: 64 }, (_, i) => from + i).filter((p) => p < 0xd800 || p > 0xdfff);
      const t = points
        .map((p) => `a${String.fromCodePoint(p)}b`)
        .join(' ')
        .replace(differs, ' ');
      expect(ours(t)).toEqual(theirs(t));
    }
  });

  it('reads a word that cannot be put together, or of more than 100 characters, as [UNK]', () => {
    expect(pieces('🚀')).toEqual([100]);
    expect(pieces('a'.repeat(100))).not.toEqual([100]);
    expect(pieces('a'.repeat(101))).toEqual([100]);
    expect(pieces('\ud800')).toEqual([100]);
    expect(pieces('')).toEqual([100]);
  });

  it('stays fast on words that match nothing', () => {
    const started = performance.now();
    for (let i = 0; i < 20_000; i++) pieces(`zqxj${i}zqxjkvwzqxjkv`);
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
