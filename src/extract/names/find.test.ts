import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon, sample } from '../../../test/support/sample.ts';
import { findNames } from './find.ts';
import { prose, textOf } from './prose.ts';

const names = (text: string): string[] => {
  const input = sample(text);
  const words = prose(text, input.paragraphs, input.sentences);
  return findNames(words, lexicon).map((name) => `${textOf(words, name)}/${name.type}`);
};

describe('findNames without a network', () => {
  it.each([
    ['Russian President Vladimir Putin arrived.', ['Russian/people', 'Vladimir Putin/person']],
    ['Then U.S. Attorney General Jeff Sessions left.', ['U.S./place', 'Jeff Sessions/person']],
    ['He joined the Department of Health and Human Services.', ['Department of Health and Human Services/organisation']],
    ['Texas Sen. Ted Cruz said no.', ['Ted Cruz/person']],
    ['North Korean leader Kim Jong-un spoke.', ['North Korean/people', 'Kim Jong-un/person']],
    ['It was the Kremlin that paid.', ['Kremlin/organisation']],
    ["Conan O'Brien laughed at New York Times editors.", ["Conan O'Brien/person", 'New York Times/organisation']],
    ['Minister of Foreign Affairs Sergei Lavrov waited.', ['Sergei Lavrov/person']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    'Police said they came.',
    'On Tuesday in March it rained.',
    'They told us about it.',
    'The report is out. However, nobody read it.',
    'I think so.',
  ])('finds none in "%s"', (text) => expect(names(text)).toEqual([]));

  it('gives ordered names that do not overlap, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Kim',
            'Jong',
            '-',
            'un',
            '’',
            's',
            'the',
            'U',
            '.',
            'S',
            'of',
            'House',
            'and',
            'President',
            '\n\n',
            ' ',
            ' ',
            '“',
            'said',
            '@',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          const input = sample(text);
          const words = prose(text, input.paragraphs, input.sentences);
          let end = 0;
          for (const name of findNames(words, lexicon)) {
            expect(name.from).toBeGreaterThanOrEqual(end);
            expect(name.to).toBeGreaterThan(name.from);
            end = name.to;
          }
        },
      ),
    );
  });
});
