import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { words as wordsOf } from '../../document/words.ts';
import { ownSubject } from './own-subject.ts';
import type { Part } from './parts.ts';

/** The source that the participle `cue` gets when the network took `source` for it. */
function sourceOf(text: string, cue: string, source: string): string | null {
  const words = wordsOf(text);
  const part = (phrase: string): Part => {
    const start = text.indexOf(phrase);
    const end = start + phrase.length;
    const from = words.findIndex((word) => word.start >= start);
    return { from, to: words.findLastIndex((word) => word.end <= end) + 1, start, end, p: 0.9 };
  };
  const joined = { contents: [], cue: part(cue), source: part(source), score: 0.9 };
  const found = ownSubject(joined, text, words, testLexicon).source;
  return found && text.slice(found.start, found.end);
}

describe('ownSubject', () => {
  test('a noun for people right before a participle is its subject', () => {
    expect(sourceOf('Okoro answered students asking about fees.', 'asking', 'Okoro')).toBe('students');
  });
  test('so is the name of "with NAME"', () => {
    expect(sourceOf('The crowd left, with Lindqvist pledging to help.', 'pledging', 'The crowd')).toBe('Lindqvist');
  });
  test('a participle after a comma belongs to the subject of the clause', () => {
    expect(sourceOf('Okoro sided with Lindqvist, urging unity.', 'urging', 'Okoro')).toBe('Okoro');
    expect(sourceOf('Okoro met students, urging unity.', 'urging', 'Okoro')).toBe('Okoro');
  });
  test('a finite verb is left alone', () => {
    expect(sourceOf('Okoro and students said so.', 'said', 'Okoro')).toBe('Okoro');
  });
});
