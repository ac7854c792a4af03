import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { signalsOf } from '../../../test/fixtures/signals.ts';
import { paragraphs as paragraphsOf } from '../../document/paragraphs.ts';
import { sentences as sentencesOf } from '../../document/sentences.ts';
import { lexiconFiles, parseLexicon } from '../lexicon/index.ts';
import { prose as proseOf, textOf } from '../names/index.ts';
import { modeOf } from './mode.ts';
import { triggersOf } from './triggers.ts';

const proseFor = (text: string) => {
  const paragraphs = paragraphsOf(text);
  return proseOf(
    text,
    paragraphs,
    paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph)),
  );
};
const withRows = (rows: string) =>
  parseLexicon({
    ...Object.fromEntries(lexiconFiles.map((name) => [name, readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8')])),
    'own.tsv': `phrase\ttype\tpart\tforms\tmode\tuse\n${rows}`,
  });
const seen = (text: string, type: string, words: string, lexicon = testLexicon) => {
  const prose = proseFor(text);
  return triggersOf(signalsOf(text, { events: { [type]: [words] } }), prose, lexicon).map((trigger) => ({
    type: trigger.type,
    text: textOf(prose, trigger),
    mode: modeOf(trigger.type, trigger, prose, lexicon)?.mode ?? null,
  }));
};

describe('modes', () => {
  test.each([
    ['The president visited Berlin.', 'CONSULT', 'visited', 'visit'],
    ['The two leaders spoke by phone on Monday.', 'CONSULT', 'spoke', 'phone'],
    ['Police arrested the editor.', 'COERCE', 'arrested', 'arrest'],
    ['A suicide bomber killed nine people.', 'ASSAULT', 'killed', 'suicide-attack'],
    ['Nine died in air strikes on the town.', 'ASSAULT', 'strikes', 'aerial'],
    ['Officials were fired on Monday.', 'SANCTION', 'fired', 'expel'],
    ['The army deployed to the border.', 'MOBILIZE', 'deployed', 'troops'],
    ['Workers struck for a second day.', 'PROTEST', 'struck', 'strike'],
    ['The judge opened an investigation.', 'ACCUSE', 'opened an investigation', 'investigate'],
    ['The two leaders met.', 'CONSULT', 'met', null],
    ['The army attacked. A drone was shown on Sunday.', 'ASSAULT', 'attacked', null],
  ])('%s', (text, type, words, mode) => {
    expect(seen(text, type, words)).toEqual([{ type, text: words, mode }]);
  });
});

describe('a user’s rows', () => {
  test('make an event where the network is silent', () => {
    const text = 'Rebels fragged the colonel.';
    const own = withRows('frag\tASSAULT\tv\tfragged\texplosives\tmakes\n');
    expect(seen(text, 'ASSAULT', 'Rebels', testLexicon)).toHaveLength(1);
    expect(triggersOf(signalsOf(text, {}), proseFor(text), testLexicon)).toEqual([]);
    expect(triggersOf(signalsOf(text, {}), proseFor(text), own)).toMatchObject([{ type: 'ASSAULT', from: 1, to: 2, by: 'lexicon:frag' }]);
  });
  test('give an event their type and mode', () => {
    const own = withRows('grill\tACCUSE\tv\t\tinvestigate\tmakes\n');
    expect(seen('Senators grilled the banker.', 'CONSULT', 'grilled', own)).toEqual([
      { type: 'ACCUSE', text: 'grilled', mode: 'investigate' },
    ]);
  });
  test('forbid one', () => {
    const own = withRows('meet the press\t*\tv\tmet the press\t\tnever\n');
    expect(seen('He met the press.', 'CONSULT', 'met')).toHaveLength(1);
    expect(seen('He met the press.', 'CONSULT', 'met', own)).toEqual([]);
  });
  test('forbid one type and leave the others', () => {
    const own = withRows('charge\tASSAULT\tv\t\t\tnever\n');
    expect(seen('Police charged him.', 'ASSAULT', 'charged', own)).toEqual([]);
    expect(seen('Police charged him.', 'ACCUSE', 'charged', own)).toHaveLength(1);
  });
  test('of a type, part or use that does not exist are refused', () => {
    for (const row of ['x\tFIGHT\tv', 'x\tASSAULT\tq', 'x\tASSAULT\tv\t\t\tsometimes', 'x\t*\tv\t\t\tmakes'])
      expect(() => withRows(`${row}\n`)).toThrow(
        expect.objectContaining({ code: 'READOUT_LEXICON_INVALID', message: expect.stringContaining('own.tsv, line 2') }),
      );
  });
});
