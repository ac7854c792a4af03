import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../test/support/sample.ts';
import { parseLexicon } from './parse.ts';
import { match } from './phrases.ts';
import { plural } from './plural.ts';

describe('parseLexicon', () => {
  it('reads the shipped tables', () => {
    expect(lexicon.countries.get('PRK')?.name).toBe('North Korea');
    expect(lexicon.given.get('vladimir')).toBe('m');
    expect(lexicon.titles.get('lt gov')?.role).toBe('lieutenant governor');
    expect(lexicon.cues.get('denied')).toEqual({ lemma: 'deny', kind: 'deny' });
    expect(lexicon.roles.get('officials')).toMatchObject({ noun: 'official', plural: true });
  });

  it('knows US as a country and us as nobody', () => {
    expect(match(lexicon.known, ['US'], 0)?.value).toMatchObject({ kind: 'country', country: { iso3: 'USA' } });
    expect(match(lexicon.known, ['us'], 0)).toBeNull();
  });

  it('prefers the longest name', () => {
    expect(match(lexicon.known, ['New', 'York', 'Times', 'said'], 0)?.words).toHaveLength(3);
  });

  it("puts a user's rows before ours, whatever the file is called", () => {
    const ours = 'name\talso\tcountry\tsector\nReuters\t\tGBR\tMED\n';
    const theirs = '# mine\nname\talso\tcountry\tsector\nReuters\tthe wire\tUSA\tMED\n';
    const own = parseLexicon({ 'organisations.tsv': ours, 'my list.txt': theirs });
    expect(match(own.known, ['Reuters'], 0)?.value).toMatchObject({ organisation: { country: 'USA' } });
    expect(match(own.known, ['the', 'wire'], 0)?.value).toMatchObject({ organisation: { name: 'Reuters' } });
  });

  it('refuses a file of another form', () => {
    expect(() => parseLexicon({ 'x.tsv': 'a\tb\n1\t2\n' })).toThrow(expect.objectContaining({ code: 'READOUT_LEXICON_INVALID' }));
    expect(() => parseLexicon({ 'x.tsv': 'phrase\tscope\nso\tfact\ttoo many\n' })).toThrow(/line 2/u);
  });
});

describe('plural', () => {
  it.each([
    ['ally', 'allies'],
    ['witness', 'witnesses'],
    ['spokesman', 'spokesmen'],
    ['attorney general', 'attorneys general'],
    ['survey', 'surveys'],
  ])('%s → %s', (one, many) => expect(plural(one)).toBe(many));
});
