import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { signalsOf } from '../../../test/fixtures/signals.ts';
import { paragraphs as paragraphsOf } from '../../document/paragraphs.ts';
import { sentences as sentencesOf } from '../../document/sentences.ts';
import { gatherActors, resolveSpan } from './index.ts';

function meant(text: string, phrase: string, names: Readonly<Record<string, readonly string[]>>): string[] {
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  const signals = signalsOf(text, { names });
  const gathering = gatherActors({ text, paragraphs, sentences, signals, quotations: [], lexicon: testLexicon });
  const start = text.indexOf(phrase);
  return resolveSpan(gathering, { start, end: start + phrase.length }).map(({ name }) => name);
}

describe('dual', () => {
  const names = { PER: ['Anna Berg', 'Omar Diallo', 'Lena Fischer'] };
  test('the pair, the two leaders: the last two persons', () => {
    const text = 'Lena Fischer watched. Anna Berg met Omar Diallo on Friday. The pair signed a treaty.';
    expect(meant(text, 'The pair', names)).toEqual(['Anna Berg', 'Omar Diallo']);
    expect(meant(text.replace('The pair', 'The two leaders'), 'The two leaders', names)).toEqual(['Anna Berg', 'Omar Diallo']);
  });
  test('two whom nobody has named are somebody else', () => {
    expect(meant('Anna Berg met Omar Diallo. Two officials left.', 'Two officials', { PER: ['Anna Berg', 'Omar Diallo'] })).toEqual([
      'Two officials',
    ]);
    expect(
      meant('A pair of shoes was found by Anna Berg. Omar Diallo left.', 'A pair of shoes', { PER: ['Anna Berg', 'Omar Diallo'] }),
    ).not.toContain('Anna Berg');
  });
});
