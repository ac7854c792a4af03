import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import type { Query } from '../../src/archive/query.ts';
import { readingSchema } from '../../src/index.ts';
import { verify } from '../../src/reading/verify.ts';
import { type Described, fakeReading } from './fake-reading.ts';

/** Opens a store's archive: the same one for the same name, empty for a new one. */
export type Opener = (name: string) => Promise<Archive>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Puts one document as the file, line or page that it was. */
export const put = (archive: Archive, described: Described) =>
  archive.put({ uri: described.input?.uri ?? null, original: bytes(JSON.stringify(described)) }, [fakeReading(described)], true);

export async function dumpOf(archive: Archive): Promise<string> {
  const lines: string[] = [];
  for await (const line of archive.dump()) lines.push(line);
  return lines.join('');
}

const long = (own: string) =>
  `The ministers of the two countries came together on Monday to speak about the price of grain and the ships that carry it. ${own} ` +
  'They left the building after two hours without a word to the many reporters who had waited for them in the rain since the morning.';

const articles: readonly Described[] = [
  {
    text: 'Anna said “we will go on with the talks”. Boris accused Carl.',
    published: '2023-09-13',
    outlet: 'The Daily',
    url: 'https://a.example/1',
  },
  {
    text: 'Boris said “maybe the talks will end”. Anna met Carl in Kyiv.',
    published: '2023-09-14',
    outlet: 'Évening Post',
    url: 'https://b.example/2',
  },
  {
    text: 'Carl denied “that he was paid”. Russia accused Anna.',
    published: '2023-08-01',
    outlet: 'The Daily',
    url: 'https://a.example/3',
  },
  { text: 'Dora said “talks of the end”, and Anna said “no”.', published: null, input: { uri: '/news/four.txt', id: 'four.txt' } },
  { text: 'A lone \ud800 surrogate. Érica said “we go \udc00 on”.', published: '2021-01-01' },
];

/** What every store must do. @param name of the store @param open opens a store of a name; each test has its own */
export function archiveContract(name: string, open: Opener): void {
  describe(`the archive over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    const fresh = () => open(`contract-${process.pid}-${++number}`);
    const ids = async (query: Query) => (await archive.find(query)).items.map((item) => `${item.sort} ${item.words}`);
    beforeEach(async () => {
      archive = await fresh();
    });
    afterEach(async () => {
      await archive.close();
    });

    test('the readings that it is tested with are readings', () => {
      for (const article of articles) {
        const reading = readingSchema.parse(fakeReading(article));
        expect(verify(reading)).toEqual([]);
      }
    });

    test('keeps a document as it was read, to the character', async () => {
      for (const article of articles) {
        const [kept] = await put(archive, article);
        expect(kept).toMatchObject({ fate: 'read', version: false });
        const view = await archive.document(kept?.id ?? '');
        expect(view.reading).toEqual(fakeReading(article));
        expect(view.printings).toHaveLength(1);
      }
    });

    test('is found by its first digits; what is not there, or more than one, is told', async () => {
      const [kept] = await put(archive, articles[0] as Described);
      const id = kept?.id ?? '';
      expect((await archive.document(id.slice(7, 19))).reading.document.id).toBe(id);
      expect((await archive.document(`${id.slice(7, 19)}:q1`)).reading.document.id).toBe(id);
      for (const wrong of ['', 'x', 'abcdef', '0'.repeat(64), `${id}0`])
        await expect(archive.document(wrong)).rejects.toMatchObject({ code: 'READOUT_RECORD_NOT_FOUND' });
    });

    test('the same again is unchanged, the same text elsewhere a duplicate, both in one document', async () => {
      const [article] = articles as [Described];
      expect(await put(archive, article)).toMatchObject([{ fate: 'read' }]);
      const before = await dumpOf(archive);
      expect(await put(archive, article)).toMatchObject([{ fate: 'unchanged' }]);
      expect(await dumpOf(archive)).toBe(before);
      const [again] = await put(archive, { ...article, url: 'https://c.example/', outlet: 'Other', published: '2023-09-15' });
      expect(again).toMatchObject({ fate: 'duplicate' });
      const view = await archive.document(again?.id ?? '');
      expect(view.printings.map(({ url }) => url).sort()).toEqual(['https://a.example/1', 'https://c.example/']);
      // Read as it was first printed.
      expect(view.reading.document).toMatchObject({ published: '2023-09-13', outlet: 'The Daily' });
      expect((await archive.find({})).items).toHaveLength(2);
    });

    test('remembers what was offered, by place and bytes', async () => {
      const offer = { uri: '/a.txt', original: bytes('a') };
      expect(await archive.known(offer)).toBeNull();
      await archive.put(offer, [fakeReading(articles[0] as Described), fakeReading(articles[1] as Described)], true);
      expect(await archive.known(offer)).toBe(2);
      expect(await archive.known({ ...offer, uri: '/b.txt' })).toBeNull();
      expect(await archive.known({ ...offer, original: bytes('b') })).toBeNull();
      // Where something of it could not be read it is to be tried again.
      const half = { uri: '/c.txt', original: bytes('c') };
      await archive.put(half, [fakeReading(articles[2] as Described)], false);
      expect(await archive.known(half)).toBeNull();
    });

    test('what it holds does not depend on the order in which it came', async () => {
      const more: Described[] = [
        ...articles,
        { ...(articles[0] as Described), url: 'https://z.example/', published: '2023-09-12' },
        { ...(articles[0] as Described), url: 'https://y.example/', published: null },
        { text: long('Anna said “the ships will sail”.'), published: '2024-01-01' },
        { text: long('Anna said “the ships will sail soon”.'), published: '2024-01-02' },
        { text: long('Boris said “no ship will sail”.'), published: '2024-01-03' },
      ];
      const orders = [more, [...more].reverse(), [...more.slice(4), ...more.slice(0, 4)], [...more, ...more]];
      const dumps = new Set<string>();
      for (const order of orders) {
        const one = await fresh();
        for (const article of order) await put(one, article);
        dumps.add(await dumpOf(one));
        expect((await one.doctor({ repair: false })).findings).toEqual([]);
        await one.close();
      }
      expect(dumps.size).toBe(1);
      expect([...dumps][0]?.split('\n')).toHaveLength(1 + 10 + 8 + 1);
    });

    test('two originals of one printing leave the same one, whichever came first', async () => {
      const [article] = articles as [Described];
      const dumps: string[] = [];
      for (const order of [
        ['x', 'y'],
        ['y', 'x'],
      ]) {
        const one = await fresh();
        for (const original of order) await one.put({ uri: '/feed', original: bytes(original) }, [fakeReading(article)], true);
        dumps.push(await dumpOf(one));
        expect((await one.doctor({ repair: false })).findings).toEqual([]);
        await one.close();
      }
      expect(dumps[0]).toBe(dumps[1]);
    });

    test('another text at an address is a new version', async () => {
      const at = { url: 'https://a.example/story', published: '2023-09-13' };
      expect(await put(archive, { ...at, text: 'Anna said “one”.' })).toMatchObject([{ version: false }]);
      const [second] = await put(archive, { ...at, url: `${at.url}#top`, text: 'Anna said “two”.' });
      expect(second).toMatchObject({ fate: 'read', version: true });
      const { versions } = await archive.document(second?.id ?? '');
      expect(versions.map(({ address }) => address)).toEqual([at.url]);
      expect(versions[0]?.versions.map(({ version }) => version)).toEqual([1, 2]);
      expect(versions[0]?.versions[1]?.id).toBe(second?.id);
    });

    test('near copies are one story, others are not', async () => {
      const same = [long('Anna said “the ships will sail”.'), long('Anna said “the ships will sail at noon”.')];
      for (const text of [...same, ...articles.map((article) => article.text)]) await put(archive, { text });
      const first = await archive.document(fakeReading({ text: same[0] ?? '' }).document.id);
      expect(first.story).toEqual(same.map((text) => fakeReading({ text }).document.id).sort());
      expect((await archive.document(fakeReading(articles[0] as Described).document.id)).story).toHaveLength(1);
    });

    describe('finds', () => {
      beforeEach(async () => {
        for (const article of articles) await put(archive, article);
      });
      test.each<[string, Query, string[]]>([
        [
          'words without case',
          { words: ['TALKS'], sort: 'quotation' },
          ['quotation “maybe the talks will end”', 'quotation “we will go on with the talks”', 'quotation “talks of the end”'],
        ],
        ['all of several words', { words: ['talks', 'end'] }, ['quotation “maybe the talks will end”', 'quotation “talks of the end”']],
        ['a phrase', { words: ['the end'] }, ['quotation “talks of the end”']],
        ['a speaker', { speaker: 'anna' }, ['quotation “we will go on with the talks”', 'quotation “no”']],
        ['a speaker without accents', { speaker: 'erica' }, ['quotation “we go \udc00 on”']],
        ['a cue', { cue: 'denied' }, ['quotation “that he was paid”']],
        ['what is denied', { negated: true }, ['quotation “that he was paid”']],
        ['what is hedged', { hedged: true }, ['quotation “maybe the talks will end”']],
        ['a type', { type: 'CONSULT' }, ['event Anna met Carl in Kyiv.']],
        ['an actor', { actor: 'Boris' }, ['event Boris accused Carl.']],
        ['a country as actor', { actor: 'RUS' }, ['event Russia accused Anna.']],
        ['a recipient', { recipient: 'Carl' }, ['event Anna met Carl in Kyiv.', 'event Boris accused Carl.']],
        ['a place by name', { place: 'kyiv' }, ['event Anna met Carl in Kyiv.']],
        ['a place by country', { place: 'UA' }, ['event Anna met Carl in Kyiv.']],
        ['a place by a box', { place: { south: 49, west: 29, north: 51, east: 31 } }, ['event Anna met Carl in Kyiv.']],
        ['a box over the date line', { place: { south: 49, west: 170, north: 51, east: -170 } }, []],
        ['an outlet', { outlet: 'evening', sort: 'quotation' }, ['quotation “maybe the talks will end”']],
        ['from a day on', { since: '2023-09-14', sort: 'quotation' }, ['quotation “maybe the talks will end”']],
        ['up to a month', { until: '2023-08', sort: 'quotation' }, ['quotation “that he was paid”', 'quotation “we go \udc00 on”']],
        ['on whose word', { saidBy: 'Boris' }, ['quotation “maybe the talks will end”']],
        ['three at once', { words: ['talks'], speaker: 'Anna', outlet: 'daily' }, ['quotation “we will go on with the talks”']],
        ['nothing for what is no word', { words: ['—'] }, []],
        ['nothing of what a query could be taken for', { words: ['talks" OR words:"a'] }, []],
      ])('%s', async (_, query, wanted) => {
        expect(await ids(query)).toEqual(wanted);
      });

      test('page by page the same as at once, whatever is put in between', async () => {
        const all = (await archive.find({ limit: 1000 })).items.map(({ id }) => id);
        expect(new Set(all).size).toBe(9);
        for (const limit of [1, 2, 4]) {
          const found: string[] = [];
          let cursor: string | null = null;
          do {
            const page = await archive.find({ limit, ...(cursor === null ? {} : { cursor }) });
            found.push(...page.items.map(({ id }) => id));
            cursor = page.next;
            await put(archive, { text: `Newer ${limit} ${found.length}. Zoe said “x”.`, published: '2030-01-01' });
          } while (cursor !== null);
          expect(found.filter((id) => all.includes(id))).toEqual(all);
          expect(new Set(found).size).toBe(found.length);
        }
      });

      test('counts all that is found by what it can be narrowed by', async () => {
        const counts = async (query: Query) =>
          Object.fromEntries(
            Object.entries(await archive.facets(query)).map(([name, some]) => [
              name,
              Object.fromEntries(some.map(({ label, count }) => [label, count])),
            ]),
          );
        expect(await counts({})).toEqual({
          record: { event: 3, quotation: 6 },
          kind: { direct: 6 },
          type: { ACCUSE: 2, CONSULT: 1 },
          hedged: { false: 8, true: 1 },
          negated: { false: 8, true: 1 },
          year: { 2021: 1, 2023: 6 },
          country: { UA: 1 },
          outlet: { 'The Daily': 4, 'Évening Post': 2 },
          speaker: { Anna: 2, Boris: 1, Carl: 1, Dora: 1, Érica: 1 },
          actor: { Anna: 1, Boris: 1, Russia: 1 },
          recipient: { Anna: 1, Carl: 2 },
        });
        expect(await counts({ words: ['talks'], outlet: 'daily' })).toMatchObject({
          record: { quotation: 1 },
          speaker: { Anna: 1 },
          actor: {},
        });
        const [russia] = (await archive.facets({})).actor.filter(({ label }) => label === 'Russia');
        expect(await counts({ actor: russia?.value ?? '' })).toMatchObject({ record: { event: 1 }, recipient: { Anna: 1 } });
        expect(Object.values(await counts({ words: ['—'] }))).toEqual(Array.from({ length: 11 }, () => ({})));
      });

      test('no cursor is told', async () => {
        for (const cursor of ['', 'x', 'bm90aGluZw', Buffer.from('["a","b",1]').toString('base64url')])
          await expect(archive.find({ cursor })).rejects.toMatchObject({ code: 'READOUT_CURSOR_INVALID' });
      });
    });

    test('gives its readings in the order of their ids', async () => {
      for (const article of articles) await put(archive, article);
      const read = [];
      for await (const reading of archive.readings()) read.push(reading);
      const wanted = articles.map(fakeReading).sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
      expect(read).toEqual(wanted);
    });

    test('a new engine’s reading becomes the current one, the old one stays', async () => {
      const [article] = articles as [Described];
      await put(archive, article);
      await put(archive, { ...article, published: '2023-01-01', version: '0.0.2' });
      const kept = JSON.parse((await dumpOf(archive)).trim().split('\n').at(-1) ?? '').readings;
      expect(
        kept.map((one: { current: boolean; reading: { engine: { version: string } } }) => [one.reading.engine.version, one.current]),
      ).toEqual([
        ['0.0.1', false],
        ['0.0.2', true],
      ]);
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    });

    test('gives originals back to the byte, and remembers what is watched', async () => {
      const original = Uint8Array.from({ length: 3000 }, (_, i) => (i * i) % 256);
      await archive.put({ uri: '/a.bin', original }, [fakeReading(articles[0] as Described)], true);
      const [printing] = (await archive.document(fakeReading(articles[0] as Described).document.id)).printings;
      expect(Buffer.from((await archive.original(printing?.original ?? '')) ?? []).equals(original)).toBe(true);
      expect(await archive.original(`sha256:${'0'.repeat(64)}`)).toBeNull();
      const states = ['https://a.example/feed', `https://b.example/${'b'.repeat(5000)}`].map(
        (address, i) => [address, { next: i } as never] as const,
      );
      await archive.keepWatched(new Map(states));
      await archive.keepWatched(new Map([[states[0]?.[0] ?? '', { next: 7 } as never]]));
      expect(await Promise.all(states.map(([address]) => archive.watched(address)))).toEqual([{ next: 7 }, { next: 1 }]);
      expect(await archive.watched('https://c.example/')).toBeNull();
    });

    test('keeps what another engine read beside the current reading', async () => {
      const [article] = articles as [Described];
      await put(archive, article);
      const before = await archive.find({});
      await archive.putBeside([fakeReading({ ...article, version: '0.0.0' }), fakeReading(article)]);
      const { readings } = JSON.parse((await dumpOf(archive)).trim().split('\n').at(-1) ?? '');
      expect(
        readings.map((one: { current: boolean; reading: { engine: { version: string } } }) => [one.reading.engine.version, one.current]),
      ).toEqual([
        ['0.0.0', false],
        ['0.0.1', true],
      ]);
      expect(await archive.find({})).toEqual(before);
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    });

    test('takes every character, and texts of any length, and finds in them what is asked for', async () => {
      const many = 'yes '.repeat(400);
      const longest = Array.from({ length: 9000 }, (_, i) => `w${i}`).join(' ');
      const word = 'x'.repeat(5000);
      const all: Described[] = [
        {
          text: 'Anna said “a \0 b \uffff c \uffff0 d”.',
          title: 'T \0 \uffff \uffff1',
          outlet: `\0${'o'.repeat(9000)}`,
          url: `https://a.example/${'u'.repeat(9000)}`,
        },
        { text: `Boris said “${many}no”.` },
        { text: `Carl said “${longest}”.` },
        { text: `Dora said “${word} ${word}y end”.` },
        { text: `${'N'.concat('a'.repeat(5000))} said “mine”.` },
        { text: 'Anna said “it’s O’Neill’s \\ ‘quote’ & | ! <-> (so) :* 100%”.' },
      ];
      for (const one of all) expect(await put(archive, one)).toMatchObject([{ fate: 'read' }]);
      const found = async (query: Query) => (await archive.find(query)).items.map(({ speakers }) => speakers[0]?.slice(0, 5)).sort();
      expect(await found({ words: ['yes yes yes no'] })).toEqual(['Boris']);
      expect(await found({ words: ['yes no'], speaker: 'boris' })).toEqual(['Boris']);
      expect(await found({ words: ['no yes'] })).toEqual([]);
      expect(await found({ words: [`${many}no`] })).toEqual(['Boris']);
      expect(await found({ words: [`${many}yes no`] })).toEqual([]);
      expect(await found({ words: ['w8998 w8999', 'w17'], speaker: 'Carl' })).toEqual(['Carl']);
      expect(await found({ words: [longest] })).toEqual(['Carl']);
      expect(await found({ words: [longest.slice(0, longest.indexOf(' w3500 '))] })).toEqual(['Carl']);
      expect(await found({ words: ['w8999 w8998'] })).toEqual([]);
      expect(await found({ words: [word] })).toEqual(['Dora']);
      expect(await found({ words: [`${word}y end`] })).toEqual(['Dora']);
      expect(await found({ words: [`${word}z`] })).toEqual([]);
      expect(await found({ words: ['mine'] })).toEqual(['Naaaa']);
      expect(await found({ words: ['it’s o’neill’s quote so 100'] })).toEqual(['Anna']);
      expect(await found({ words: [...Array(300).keys()].map((i) => `w${i} w${i + 1}`) })).toEqual(['Carl']);
      expect(await found({ saidBy: 'Carl', words: ['w1'] })).toEqual(['Carl']);
      expect(await found({ outlet: `${'o'.repeat(9000)}` })).toEqual([]);
      const [first] = all as [Described];
      const { printings, reading } = await archive.document(fakeReading(first).document.id);
      expect(reading).toEqual(fakeReading(first));
      expect(printings).toMatchObject([{ title: first.title, outlet: first.outlet, address: first.url }]);
      await put(archive, { ...first, text: 'Anna said “another”.' });
      expect((await archive.document(reading.document.id)).versions).toHaveLength(1);
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
      expect((await archive.people({})).map(({ name }) => name)).not.toContain('');
    });

    test('writes down the ledgers of ingests, and tells one that does not add up', async () => {
      const ledger = { offered: 3, read: 1, versions: 0, unchanged: 1, duplicate: 0, skipped: { READOUT_INPUT_EMPTY: 1 } };
      await archive.end(await archive.begin(), ledger);
      await archive.begin();
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
      await archive.end(await archive.begin(), { ...ledger, offered: 4 });
      expect((await archive.doctor({ repair: false })).findings).toMatchObject([{ check: 'ledgers', repaired: false }]);
      expect((await archive.doctor({ repair: true })).findings).toMatchObject([{ check: 'ledgers', repaired: true }]);
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    });
  });
}
