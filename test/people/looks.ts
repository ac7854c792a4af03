import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import { putTold, shortId, type Told } from './told.ts';

const cruz = { name: 'Ted Cruz', country: 'USA', role: 'senator' };
const lee = { name: 'Ann Lee' };
const long =
  'The ministers of the two countries came together on Monday to speak about the price of grain and the ships that carry it. They left the building after two hours without a word to the many reporters who had waited for them in the rain.';
const speech = '“we will vote on Monday and then we will see what comes of it”';

const first: Told = {
  text: `Cruz said ${speech}. ${long}`,
  published: '2020-01-01',
  outlet: 'The Daily',
  url: 'https://a.example/1',
  who: { Cruz: cruz },
};
const copy: Told = {
  ...first,
  text: `Cruz said ${speech}. ${long} Agencies.`,
  published: '2020-01-02',
  outlet: 'Post',
  url: 'https://b.example/1',
};
const cut: Told = { text: 'Cruz said “then we will see what comes of it”.', published: '2020-01-03', outlet: 'Globe', who: { Cruz: cruz } };
const altered: Told = {
  text: 'Lee said “we will vote on Tuesday and then we shall see what comes of it”.',
  published: '2020-01-04',
  outlet: 'Echo',
  who: { Lee: lee },
};
const quarrel: Told = {
  text: 'Cruz accused Lee. Lee denied “that she was paid by the port”. Cruz met Lee in Kyiv.',
  published: '2020-01-05',
  outlet: 'Globe',
  who: { Cruz: cruz, Lee: lee },
};
const same: Told = { text: 'In Kyiv too: Cruz met Lee in Kyiv.', published: '2020-01-05', outlet: 'Echo', who: { Cruz: cruz, Lee: lee } };
const nobody: Told = {
  text: 'Officials said “no comment”.',
  published: '2020-01-06',
  who: { Officials: { name: 'officials', kind: 'unnamed' } },
};
const articles = [first, copy, cut, altered, quarrel, same, nobody];

/** What every store must show of people over many articles. */
export function looksContract(name: string, open: (name: string) => Promise<Archive>): void {
  describe(`looks over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    const fresh = () => open(`looks-${process.pid}-${++number}`);
    beforeEach(async () => {
      archive = await fresh();
      for (const article of articles) await putTold(archive, article);
    });
    afterEach(async () => {
      await archive.close();
    });

    test('who gets quoted, and how much is anonymous', async () => {
      const found = await archive.quoted({});
      expect(found).toMatchObject({ quotations: 6, share: 1, direct: 6, documents: 6, named: 2 });
      expect(found.anonymous).toMatchObject({ quotations: 1, share: 0.1667 });
      expect(found.unattributed.quotations).toBe(0);
      expect(found.people).toMatchObject([
        { name: 'Ted Cruz', role: 'senator', quotations: 3, share: 0.5, documents: 3, stories: 2, outlets: 3 },
        { name: 'Ann Lee', quotations: 2, denied: 1 },
      ]);
      const [person] = found.people;
      expect(await archive.quoted({ speaker: person?.id ?? '' })).toMatchObject({ quotations: 3, named: 1 });
      expect(await archive.quoted({ outlet: 'globe' })).toMatchObject({ quotations: 2 });
    });

    test('the network of who did what to whom', async () => {
      const { nodes, edges, all } = await archive.network({});
      expect(all).toBe(1);
      const names = new Map(nodes.map((node) => [node.id, node]));
      expect(names.get(edges[0]?.actor ?? '')).toMatchObject({ name: 'Ted Cruz', acts: 3, receives: 0 });
      expect(edges[0]).toMatchObject({ events: 3, documents: 2, origins: 2, quads: [2, 0, 1, 0], types: { CONSULT: 2, ACCUSE: 1 } });
      expect((await archive.network({ type: 'ACCUSE' })).edges).toMatchObject([{ events: 1, first: '2020-01-05', last: '2020-01-05' }]);
    });

    test('a timeline tells an event once, with its articles', async () => {
      const { moments, all } = await archive.timeline({});
      expect(all).toBe(2);
      expect(moments.map(({ type, documents, origins }) => [type, documents, origins])).toEqual(
        expect.arrayContaining([
          ['ACCUSE', 1, 1],
          ['CONSULT', 2, 2],
        ]),
      );
      expect(moments.find(({ type }) => type === 'CONSULT')).toMatchObject({
        actors: ['Ted Cruz'],
        recipients: ['Ann Lee'],
        outlets: ['Echo', 'Globe'],
      });
      expect((await archive.timeline({ since: '2020-01-06' })).all).toBe(0);
    });

    test('where it happened', async () => {
      const kyiv = {
        name: 'Kyiv',
        country: 'UA',
        lat: 50,
        lon: 30,
        events: 2,
        documents: 2,
        origins: 2,
        first: '2020-01-05',
        quads: [2, 0, 0, 0],
      };
      expect(await archive.places({})).toMatchObject({ all: 1, nowhere: 1, places: [kyiv] });
      expect(await archive.places({ type: 'ACCUSE' })).toMatchObject({ all: 0, nowhere: 1, places: [] });
      expect((await archive.places({ outlet: 'echo' })).places).toMatchObject([{ events: 1 }]);
    });

    test('a denial finds the accusation', async () => {
      const { claims, all } = await archive.claims({});
      expect(all).toBe(1);
      expect(claims[0]).toMatchObject({
        claim: { sort: 'event', actors: ['Ted Cruz'] },
        denial: { speakers: ['Ann Lee'], words: '“that she was paid by the port”' },
        reason: 'it is by whom the article says to be accused',
        documents: 1,
        origins: 1,
      });
      expect((await archive.claims({ speaker: 'Cruz' })).all).toBe(0);
    });

    test('a quotation across outlets: first printed, copied, cut, altered, in another’s mouth', async () => {
      for (const from of [first, cut]) {
        const { articles: count, documents, origins, outlets, prints } = await archive.lineage(`${shortId(from)}:q1`);
        expect({ count, documents, origins, outlets }).toEqual(
          from === first
            ? { count: 4, documents: 4, origins: 3, outlets: ['Echo', 'Globe', 'Post', 'The Daily'] }
            : { count: 4, documents: 4, origins: 3, outlets: ['Echo', 'Globe', 'Post', 'The Daily'] },
        );
        expect(prints.map(({ item, change, otherSpeaker, origin }) => [item.document.outlet, change, otherSpeaker, origin])).toEqual([
          ['The Daily', 'first', false, 1],
          ['Post', 'same', false, 1],
          ['Globe', 'cut', false, 2],
          ['Echo', 'altered', true, 3],
        ]);
      }
      expect(await archive.lineage(`${shortId(nobody)}:q1`)).toMatchObject({ articles: 1, origins: 1 });
      expect(await archive.lineage(`${shortId(same)}:e1`)).toMatchObject({ documents: 2, origins: 2 });
      await expect(archive.lineage(`${shortId(first)}:q9`)).rejects.toMatchObject({ code: 'READOUT_RECORD_NOT_FOUND' });
      await expect(archive.lineage('000000000000:q1')).rejects.toMatchObject({ code: 'READOUT_RECORD_NOT_FOUND' });
    });
  });
}
