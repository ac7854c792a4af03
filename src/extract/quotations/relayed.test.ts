import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { words as wordsOf } from '../../document/words.ts';
import type { Part } from './parts.ts';
import { relayed } from './relayed.ts';

/** Content, cue and source of what `content`, told "according to" somebody, passes on. */
function passedOn(text: string, content: string): (string | undefined)[] | null {
  const words = wordsOf(text);
  const part = (phrase: string): Part => {
    const start = text.indexOf(phrase);
    const end = start + phrase.length;
    return {
      from: words.findIndex((word) => word.start >= start),
      to: words.findLastIndex((word) => word.end <= end) + 1,
      start,
      end,
      p: 0.9,
    };
  };
  const outer = { contents: [part(content)], cue: part('According to'), source: null, score: 0.9 };
  const found = relayed(outer, text, words, testLexicon);
  return (
    found &&
    [...found.contents, found.cue, found.source].map((span) => (span?.start !== undefined ? text.slice(span.start, span.end) : undefined))
  );
}

describe('relayed', () => {
  test('what a medium reports that somebody said is his word', () => {
    expect(
      passedOn('According to state TV, Okoro told reporters that talks would go on.', 'Okoro told reporters that talks would go on'),
    ).toEqual(['that talks would go on', 'told', 'Okoro']);
  });
  test('what nobody says in it is the medium’s alone', () => {
    for (const content of [
      'Okoro left the city by train this morning',
      'The settlement, announced on Friday, was large',
      'Currently, 10 states report cases of it',
    ])
      expect(passedOn(`According to state TV, ${content}.`, content)).toBeNull();
  });
});
