import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import type { Query } from '../../src/archive/query.ts';
import { type Opener, put } from './contract.ts';

const texts = [
  ['Anna said “they protested in the city”.', '2023-01-01'],
  ['Boris said “a protest is a right”.', '2023-01-02'],
  ['Carl said “the city saw a protest”.', '2023-01-03'],
  ['Dora denied “that women were protesting in a city”.', '2023-01-04'],
  ['Emil said “a woman of the city went to protest there”.', '2023-01-05'],
  ['Fred said “protest city protest”.', '2022-01-01'],
] as const;

/** Forms of words, and the order of closeness: the same in every store. */
export function searchContract(name: string, open: Opener): void {
  describe(`searching ${name}`, () => {
    let archive: Archive;
    beforeAll(async () => {
      archive = await open(`searching-${process.pid}`);
      for (const [text, published] of texts) await put(archive, { text, published });
    });
    afterAll(() => archive.close());

    const who = async (query: Query) => (await archive.find(query)).items.map(({ speakers }) => speakers[0]?.[0]).join('');

    test.each<[string, Query, string]>([
      ['a word finds its other forms', { words: ['protests'] }, 'EDCBAF'],
      ['all words in any of their forms', { words: ['women', 'cities'] }, 'ED'],
      ['a form that no rule makes', { words: ['go'] }, 'E'],
      ['exactly the word', { words: ['protest'], exact: true }, 'ECBF'],
      ['exactly no word', { words: ['protests'], exact: true }, ''],
      ['a phrase as it stands', { words: ['a protest'] }, 'CB'],
      ['a phrase in no other form', { words: ['a protests'] }, ''],
      ['a cue in any of its forms', { cue: 'denies' }, 'D'],
      ['a cue exactly', { cue: 'denies', exact: true }, ''],
      ['names as they are', { speaker: 'annas' }, ''],
      ['a word with a name and a cue', { words: ['protest'], speaker: 'Dora', cue: 'deny' }, 'D'],
      ['a word that has no forms in the archive', { words: ['ministers'] }, ''],
      ['the words as asked for before their other forms', { words: ['protest', 'city'], order: 'relevance' }, 'FECDA'],
      ['one word as asked for before its other forms', { words: ['protested'], order: 'relevance' }, 'AEDCBF'],
      ['a phrase and a word', { words: ['a protest', 'cities'], order: 'relevance' }, 'C'],
      ['without words the newest', { speaker: 'Anna', order: 'relevance' }, 'A'],
    ])('%s', async (_, query, wanted) => {
      expect(await who(query)).toBe(wanted);
    });

    test('facets count what is found', async () => {
      expect((await archive.facets({ words: ['protests'] })).year).toEqual([
        { value: '2023', label: '2023', count: 5 },
        { value: '2022', label: '2022', count: 1 },
      ]);
    });

    test('page by page in the order of closeness the same as at once, whatever is put in between', async () => {
      const query: Query = { words: ['protest', 'city'], order: 'relevance' };
      for (const limit of [1, 2, 3]) {
        const all = (await archive.find({ ...query, limit: 1000 })).items.map(({ id }) => id);
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await archive.find({ ...query, limit, ...(cursor === null ? {} : { cursor }) });
          found.push(...page.items.map(({ id }) => id));
          cursor = page.next;
          // Common words would weigh less, and long records push short ones, in an order that is made of the whole archive.
          for (const words of ['a protest in no place', 'protest city', 'many a city'])
            await put(archive, { text: `Zoe said “${words}, number ${limit} ${found.length}”.`, published: '2021-01-01' });
        } while (cursor !== null);
        // What was put meanwhile may come in between; what was there comes as it would have come at once.
        expect(found.filter((id) => all.includes(id))).toEqual(all);
        expect(new Set(found).size).toBe(found.length);
      }
    });

    test('a cursor of another order is told', async () => {
      const query: Query = { words: ['protest'], limit: 1 };
      const { next } = await archive.find(query);
      const { next: close } = await archive.find({ ...query, order: 'relevance' });
      await expect(archive.find({ ...query, order: 'relevance', cursor: next ?? '' })).rejects.toMatchObject({
        code: 'READOUT_CURSOR_INVALID',
      });
      await expect(archive.find({ ...query, cursor: close ?? '' })).rejects.toMatchObject({ code: 'READOUT_CURSOR_INVALID' });
    });
  });
}
