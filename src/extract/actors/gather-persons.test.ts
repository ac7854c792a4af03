import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { signalsOf } from '../../../test/fixtures/signals.ts';
import { paragraphs as paragraphsOf } from '../../document/paragraphs.ts';
import { sentences as sentencesOf } from '../../document/sentences.ts';
import { gatherActors } from './index.ts';

function cast(text: string, names: Readonly<Record<string, readonly string[]>>): [name: string, mentions: number][] {
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  const signals = signalsOf(text, { names });
  const { cast } = gatherActors({ text, paragraphs, sentences, signals, quotations: [], lexicon: testLexicon });
  return cast.entities.map(({ name, mentions }) => [name, mentions.length]);
}

describe('a word that is a person’s everywhere else', () => {
  const text = 'Omar Diallo spoke. Diallo left. They met with Diallo.';
  test('is no place once', () => {
    expect(cast(text, { PER: ['Omar Diallo', 'Diallo#2'], LOC: ['Diallo#3'] })).toContainEqual(['Omar Diallo', 3]);
  });
  test('stays a place where the article has it as one as often', () => {
    expect(cast(text, { PER: ['Omar Diallo'], LOC: ['Diallo#2', 'Diallo#3'] })).toContainEqual(['Omar Diallo', 1]);
  });
  test('stays an organisation', () => {
    expect(cast(text, { PER: ['Omar Diallo', 'Diallo#2'], ORG: ['Diallo#3'] })).toContainEqual(['Omar Diallo', 2]);
  });
});
