import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../gazetteer-file.ts';
import { fold } from './fold.ts';
import { type Gazetteer, openGazetteer } from './gazetteer.ts';
import { findPlaces } from './index.ts';

const nowhere = { published: null, outlet: null };
let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

const found = (text: string, outlet: string | null = null) =>
  findPlaces(text, [], gazetteer, { published: null, outlet }).map((place) => ({ ...place, text: text.slice(place.start, place.end) }));
const names = (text: string) => found(text).map((place) => place.text);
const idOf = (text: string, name: string) => found(text).find((place) => place.text === name)?.geonames;

describe('names are filed without accents and abbreviations', () => {
  it.each([
    ['St. Petersburg', 'saint petersburg'],
    ['Île-de-France', 'ile de france'],
    ['Coeur d’Alene', 'coeur d alene'],
    ['Łódź', 'lodz'],
    ['Москва', ''],
  ])('%s', (name, folded) => expect(fold(name)).toBe(folded));
});

describe('the gazetteer', () => {
  it('knows countries, states, towns and sites by their GeoNames ids', () => {
    const one = (name: string, kind: string) => {
      const { name: at } = gazetteer.look(fold(name));
      return gazetteer
        .bearers(at)
        .filter(({ place }) => gazetteer.kind(place) === kind)
        .map(({ place }) => gazetteer.ids[place]);
    };
    expect(one('France', 'country')).toEqual([3017382]);
    expect(one('Texas', 'admin1')).toEqual([4736286]);
    expect(one('Paris', 'capital')).toEqual([2988507]);
    expect(one('White House', 'building')).toEqual([4140704]);
  });
  it('tells names that go on from names that end', () => {
    expect(gazetteer.look('los')).toEqual({ name: -1, more: true });
    expect(gazetteer.look('qqqq')).toEqual({ name: -1, more: false });
  });
  it('refuses bytes that are no gazetteer', () => {
    expect(() => openGazetteer(new Uint8Array(3))).toThrow(/damaged/);
    expect(() => openGazetteer(new TextEncoder().encode('this is not a gazetteer, only a sentence'))).toThrow(/damaged/);
  });
});

describe('a name means what stands with it', () => {
  it('a qualifier decides', () => {
    expect(idOf('He was born in Paris, Texas, in 1950.', 'Paris')).toBe(4717560);
    expect(idOf('Police in London, Ontario, arrested a man.', 'London')).toBe(6058560);
    expect(idOf('She moved to Cambridge, Mass., last year.', 'Cambridge')).toBe(4931972);
  });
  it('the rest of the text decides, one sense a text', () => {
    const text =
      'London police said Monday that a man from Kitchener was arrested. Residents of London, Ont., were relieved, a spokesman in Toronto said. London has 350,000 people.';
    expect(
      found(text)
        .filter((place) => place.text === 'London')
        .map((place) => place.geonames),
    ).toEqual([6058560, 6058560, 6058560]);
  });
  it('else the great one', () => {
    expect(idOf('The president flew to Paris on Monday.', 'Paris')).toBe(2988507);
    expect(idOf('Officials in Moscow declined to comment.', 'Moscow')).toBe(524901);
  });
  it('Georgia by its neighbours', () => {
    expect(idOf('Russian troops left Georgia on Friday, officials in Tbilisi said.', 'Georgia')).toBe(614540);
    expect(idOf('A storm hit Georgia on Friday, officials in Atlanta and Savannah said.', 'Georgia')).toBe(4197000);
  });
  it('what the gazetteer lacks comes by hand', () => {
    const [site] = found('They met at the Vostochny Cosmodrome in Russia.');
    expect(site).toMatchObject({ text: 'Vostochny Cosmodrome', geonames: null, country: 'RU', unknown: null });
    expect(site?.lat).toBeCloseTo(51.88);
  });
  it('a street has no point and says why', () => {
    const street = found('The crash happened on Wilmot Avenue in Cleveland, police said.').find((place) => place.text === 'Wilmot Avenue');
    if (street) expect(street).toMatchObject({ geonames: null, lat: null, unknown: 'not-in-gazetteer' });
  });
});

describe('what is no place', () => {
  it.each([
    ['Michael Jordan was there. Jordan said on Tuesday that he would run.', 'Jordan'],
    ['The French and Russian ministers met.', 'French'],
    ['Chelsea Clinton spoke for her mother.', 'Clinton'],
    ['Reading is good for children.', 'Reading'],
    ['He gave us nothing, us included.', 'us'],
    ['Abraham Lincoln was president.', 'Lincoln'],
    ['Mobile phones are banned.', 'Mobile'],
  ])('%s', (text, name) => expect(names(text)).not.toContain(name));
});

describe('the network helps', () => {
  it('a person is no place', () => {
    expect(findPlaces('Paris Hilton arrived late.', [{ start: 0, end: 12, type: 'PER' }], gazetteer, nowhere)).toEqual([]);
  });
  it('a place that no list holds is unknown, not lost', () => {
    const text = 'He lives near the Qxandria River in Aleppo, Syria.';
    const tags = ['Qxandria River', 'Aleppo', 'Syria'].map((name) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      type: 'LOC',
    }));
    const [place] = findPlaces(text, tags, gazetteer, nowhere);
    expect(place).toMatchObject({ start: 18, end: 32, geonames: null, unknown: 'not-in-gazetteer' });
  });
});

describe('whatever the text', () => {
  it('slices hold, ids run on, nothing lies over another, nothing is thrown', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('Paris', ', Texas', ' St. ', 'U.S.', '“', '\n\n', ' Ala.', 'Łódź', 'Highway 19', ' of ', '𝒫aris', '(', "'s"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        findPlaces(text, [], gazetteer, nowhere).forEach((place, at) => {
          expect(place.id).toBe(`p${at + 1}`);
          expect(place.start).toBeGreaterThanOrEqual(last);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(place.start, place.end).trim()).toBe(text.slice(place.start, place.end));
          expect(place.lat === null).toBe(place.unknown !== null);
          last = place.end;
        });
      }),
      { numRuns: 300 },
    );
  });
  it('takes any tags', () => {
    const tag = fc.record({ start: fc.nat(80), size: fc.nat(20), type: fc.constantFrom('PER', 'ORG', 'LOC', 'FACILITY') });
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), (tags) => {
        const text = 'The mayor of Springfield, Illinois, met Jordan Smith near the Coosa River in Paris on Monday.';
        for (const place of findPlaces(
          text,
          tags.map(({ start, size, type }) => ({ start, end: start + size, type })),
          gazetteer,
          nowhere,
        ))
          expect(text.slice(place.start, place.end)).not.toBe('');
      }),
    );
  });
  it('ten times the text takes about ten times the time, not a hundred', () => {
    for (const piece of [
      'Paris, Texas and Springfield met London near Athens. ',
      '"',
      ' ',
      '(',
      '1',
      'A. ',
      'New York New ',
      'San Jose ',
      'Lake Street ',
    ]) {
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const before = process.cpuUsage().user;
        findPlaces(text, [], gazetteer, nowhere);
        return (process.cpuUsage().user - before) / 1000;
      };
      time(10_000);
      expect(time(100_000)).toBeLessThan(40 * Math.max(time(10_000), 10));
    }
  });
});
