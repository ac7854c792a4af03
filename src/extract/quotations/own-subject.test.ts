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
    expect(sourceOf('Putin answered reporters asking about cooperation.', 'asking', 'Putin')).toBe('reporters');
  });
  test('so is the name of "with NAME", also over an aside', () => {
    expect(sourceOf('The pair met, with Kim pledging to help.', 'pledging', 'The pair')).toBe('Kim');
    expect(sourceOf('The pair met with Kim, speaking through a translator, pledging to help.', 'pledging', 'The pair')).toBe('Kim');
  });
  test('a participle after a comma belongs to the subject of the clause', () => {
    expect(sourceOf('Pelosi sided with Kim, urging unity.', 'urging', 'Pelosi')).toBe('Pelosi');
    expect(sourceOf('Pelosi met reporters, urging unity.', 'urging', 'Pelosi')).toBe('Pelosi');
  });
  test('a finite verb is left alone', () => {
    expect(sourceOf('Putin and reporters said so.', 'said', 'Putin')).toBe('Putin');
  });
});
