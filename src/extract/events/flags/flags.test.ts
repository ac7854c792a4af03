import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../../test/fixtures/lexicon.ts';
import { paragraphs as paragraphsOf } from '../../../document/paragraphs.ts';
import { sentences as sentencesOf } from '../../../document/sentences.ts';
import { prose as proseOf, type Run, runOf, textOf } from '../../names/index.ts';
import { distanceOf } from './distance.ts';
import { featuresOf } from './features.ts';
import { hedgeOver } from './hedge.ts';
import { scopesOver } from './scopes.ts';

/** A text with its act in square brackets. */
function act(marked: string) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  const prose = proseOf(text, paragraphs, sentences);
  return { prose, trigger: runOf(prose.words, { start, end }) };
}
const scopes = (marked: string, type = 'ASSAULT') => {
  const { prose, trigger } = act(marked);
  return scopesOver(type, trigger, prose, testLexicon).map(({ flag, words }) => `${flag}: ${textOf(prose, words)}`);
};
const hedge = (marked: string, seen: readonly Run[] = []) => {
  const { prose, trigger } = act(marked);
  const found = hedgeOver(trigger, prose, testLexicon, seen);
  return found && textOf(prose, found.words);
};

describe('the scope of a cue', () => {
  test.each([
    ['It is not true that the army [attacked] the town.', ['negated: It is not true that']],
    ['The army did not [attack] the town.', ['negated: not']],
    ["The army hasn't yet been fully [deployed].", ["negated: hasn't"]],
    ['The army didn’t [attack] the town.', ['negated: didn’t']],
    ['The minister denied that the army [attacked] the town.', ['negated: denied that']],
    ['If the army [attacks] the town, thousands will flee.', ['hypothetical: If']],
    ['If the army, which is weak, [attacks] the town, thousands will flee.', ['hypothetical: If']],
    ['“If the army [attacks], we will fight,” he said.', ['hypothetical: If']],
    ['The army may also [attack] the town.', ['hypothetical: may']],
    ['The army will [attack] the town.', ['future: will']],
    ['The army will not [attack] the town.', ['negated: not', 'future: will']],
  ])('%s', (text, expected) => {
    expect(scopes(text)).toEqual(expected);
  });

  test.each([
    ['The army did not flee but [attacked] the town.'],
    ['If the army attacks the town, thousands will flee, said the minister, who [arrested] two men.'],
    ['The army not only [attacked] the town.'],
    ['In May [attacked] by rebels, the town fell.'],
    ['The May [attack] killed nine.'],
    ['It may rain. The army [attacked] the town.'],
    ['The army [attacked] the town, not the port.'],
  ])('none over %s', (text) => {
    expect(scopes(text)).toEqual([]);
  });

  test('a refusal is what was done', () => {
    expect(scopes('The minister [did not respond].', 'REJECT')).toEqual([]);
    expect(scopes('The minister [did not attack].')).toEqual(['negated: not']);
  });
});

describe('the scope of a hedge', () => {
  test.each([
    ['Russia reportedly [attacked] the town.', 'reportedly'],
    ['The army is believed to have [attacked] the town.', 'is believed to'],
    ['Two men were [killed], reportedly by the army.', 'reportedly'],
    ['An alleged [attack] on the town.', 'alleged'],
    ['Police reportedly fled. The army [attacked] the town.', null],
    ['The army [attacked] a suspected camp.', null],
    ['The army [killed] at least 20 people.', null],
    ['The rebels reportedly fled; the army [attacked] the town.', null],
  ])('%s', (text, expected) => {
    expect(hedge(text)).toBe(expected);
  });
  test('one that the network sees', () => {
    expect(hedge('Sources hinted that Russia [attacked] the town.', [{ from: 1, to: 2 }])).toBe('hinted');
  });
});

test('how far a date lies from publication', () => {
  expect(distanceOf('2015', '2020-01-15')).toBe('years before');
  expect(distanceOf('2019-10', '2020-01-15')).toBe('months before');
  expect(distanceOf('2020-01-02', '2020-01-15')).toBe('weeks before');
  expect(distanceOf('2020-01', '2020-01-15')).toBe('that week');
  expect(distanceOf('2020-02', '2020-01-15')).toBe('after');
  expect(distanceOf('2020', '2020-01-15')).toBeNull();
  expect(distanceOf(null, '2020-01-15')).toBeNull();
  expect(distanceOf('2020-01-02', null)).toBeNull();
});

test('no feature holds a name', () => {
  const features = (name: string) => {
    const { prose, trigger } = act(`Yesterday ${name} told reporters that ${name} had [attacked] ${name}.`);
    const rest = { type: 'ASSAULT', cue: null, said: true, dated: null, when: null, around: [], earlier: [], depth: 0.5 } as const;
    return featuresOf(prose, { ...rest, trigger }).map((feature) => feature.name);
  };
  expect(features('Merkel')).toEqual(features('Orban'));
});
