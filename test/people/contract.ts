import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import { dumpOf, putTold, shortId, type Told } from './told.ts';

const cruz = { name: 'Ted Cruz', country: 'USA', role: 'senator' };
const articles: readonly Told[] = [
  { text: 'Cruz said “we will vote on Monday”. Cruz accused Lee.', published: '2020-01-01', who: { Cruz: cruz, Lee: { name: 'Ann Lee' } } },
  { text: 'Cruz said “the vote was wrong”.', published: '2020-01-02', who: { Cruz: { name: 'Sen. Ted Cruz' } } },
  { text: 'Lee denied “that she was paid”. Cruz met Lee in Kyiv.', published: '2020-01-03', who: { Lee: { name: 'Ann Mary Lee' } } },
  { text: 'Smith said “no”.', published: '2020-01-04', who: { Smith: { name: 'John Smith', country: 'USA' } } },
  { text: 'Smith said “yes, maybe”.', published: '2020-01-05', who: { Smith: { name: 'John Smith', country: 'GBR' } } },
  { text: 'Smith said “who knows”.', published: '2020-01-06', who: { Smith: { name: 'John Smith' } } },
];

/** Every person with its links: all that linking leaves. */
async function linksOf(archive: Archive) {
  const all = [];
  for (const { id } of await archive.people({ limit: 1000 })) all.push(await archive.person(id));
  return all;
}

const namesOf = async (archive: Archive) => (await archive.people({ limit: 100 })).map((one) => `${one.name} ${one.documents}`).sort();

/** What every store must do with people. */
export function peopleContract(name: string, open: (name: string) => Promise<Archive>): void {
  describe(`people over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    const fresh = () => open(`people-${process.pid}-${++number}`);
    const sound = async () => expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    const linked = (one = archive) => linksOf(one);
    const names = () => namesOf(archive);
    const [first, second, third] = articles.map(shortId) as [string, string, string];
    beforeEach(async () => {
      archive = await fresh();
    });
    afterEach(async () => {
      await archive.close();
    });

    test('links actors over documents, and tells why', async () => {
      for (const article of articles) await putTold(archive, article);
      expect(await names()).toEqual(['Ann Lee 2', 'John Smith 1', 'John Smith 1', 'Ted Cruz 2']);
      const [person] = await archive.people({ name: 'cruz' });
      expect(person).toMatchObject({ kind: 'person', country: 'USA', role: 'senator', documents: 2 });
      const { links } = await archive.person(person?.id ?? '');
      expect(links.map(({ actor, reason }) => [actor, reason]).sort()).toEqual(
        [
          [`${first}:a1`, 'the same full name'],
          [`${second}:a1`, 'the same full name'],
        ].sort(),
      );
      // "Cruz" in the third article is a lone surname: nobody's.
      expect(links.map(({ actor }) => actor.slice(0, 12))).not.toContain(third);
      expect((await archive.person('Ann Lee')).links.map(({ reason }) => reason).sort()).toEqual([
        'the same full name',
        'the same full name but for middle names',
      ]);
      expect([...(await archive.peopleIn(`sha256:${first}`.padEnd(71, '0')))]).toEqual([]);
      const { reading } = await archive.document(first);
      expect([...(await archive.peopleIn(reading.document.id))].map(([local, one]) => [local, one.name])).toEqual([
        ['a1', 'Ted Cruz'],
        ['a2', 'Ann Lee'],
      ]);
      await expect(archive.person('John Smith')).rejects.toMatchObject({ code: 'READOUT_PERSON_NOT_FOUND' });
      await expect(archive.person('who:0000')).rejects.toMatchObject({ code: 'READOUT_PERSON_NOT_FOUND' });
      await sound();
    });

    test('does not depend on the order of ingest, nor on when people were looked at', async () => {
      const story =
        'The ministers of the two countries came together on Monday to speak about the price of grain and the ships that carry it.';
      const more: Told[] = [
        ...articles,
        { text: `${story} Lee said “the ships will sail”. Smith accused Lee.`, who: { Lee: { name: 'Ann Lee' } } },
        { text: `${story} Lee said “the ships will sail on”. Smith accused Lee.`, who: { Smith: { name: 'John Smith', country: 'USA' } } },
      ];
      let wanted: unknown;
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(more, { minLength: more.length }),
          fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
          async (order, looks) => {
            const one = await fresh();
            for (const [i, article] of order.entries()) {
              await putTold(one, article);
              if (looks[i]) await one.people({});
            }
            const found = await linked(one);
            wanted ??= found;
            expect(found).toEqual(wanted);
            expect((await one.doctor({ repair: false })).findings).toEqual([]);
            await one.close();
          },
        ),
        { numRuns: 4 },
      );
    });
  });
}

/** What every store must do with corrections. */
export function correctionsContract(name: string, open: (name: string) => Promise<Archive>): void {
  describe(`corrections over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    const fresh = () => open(`corrections-${process.pid}-${++number}`);
    const sound = async () => expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    const linked = (one = archive) => linksOf(one);
    const names = () => namesOf(archive);
    const speakers = async (speaker: string) => (await archive.find({ speaker })).items.map(({ id }) => id);
    const [first, second, third, american, british, unsaid] = articles.map(shortId) as [string, string, string, string, string, string];
    beforeEach(async () => {
      archive = await fresh();
    });
    afterEach(async () => {
      await archive.close();
    });

    test('merge, rename and split prevail, and undo leaves no trace', async () => {
      for (const article of articles) await putTold(archive, article);
      const [dump, people] = [await dumpOf(archive), await linked()];
      const merged = await archive.correct({ what: 'merge', people: [`${american}:a1`, `${unsaid}:a1`] }, 'the same man');
      expect(merged).toMatchObject({ id: 1, note: 'the same man', placed: true });
      expect(await names()).toEqual(['Ann Lee 2', 'John Smith 1', 'John Smith 2', 'Ted Cruz 2']);
      const [smith] = (await archive.people({ name: 'john smith' })).filter(({ documents }) => documents === 2);
      expect((await archive.person(smith?.id ?? '')).links.map(({ reason }) => reason).sort()).toEqual([
        'a correction',
        'the same full name',
      ]);
      await archive.correct({ what: 'rename', person: smith?.id ?? '', name: 'John Q. Smith' }, null);
      await archive.correct({ what: 'merge', people: ['Ted Cruz', 'John Q. Smith'] }, null);
      expect(await names()).toEqual(['Ann Lee 2', 'John Smith 1', 'Ted Cruz 4']);
      await archive.correct({ what: 'split', person: 'Ted Cruz', from: [american] }, null);
      expect(await names()).toEqual(['Ann Lee 2', 'John Smith 1', 'John Smith 1', 'Ted Cruz 3']);
      await sound();
      // What comes in later changes nothing of it.
      await putTold(archive, { text: 'Cruz said “again”.', who: { Cruz: cruz } });
      expect(await names()).toEqual(['Ann Lee 2', 'John Smith 1', 'John Smith 1', 'Ted Cruz 4']);
      await sound();
      const other = await fresh();
      for (const article of articles) await putTold(other, article);
      for (const { correction, note } of await archive.corrections()) await other.adopt(correction, note);
      expect((await dumpOf(other)).split('\n').filter((line) => line.startsWith('{"correction"'))).toEqual(
        (await dumpOf(archive)).split('\n').filter((line) => line.startsWith('{"correction"')),
      );
      for (const { id } of [...(await other.corrections())].reverse()) await other.undo(id);
      expect(await dumpOf(other)).toBe(dump);
      expect(await linked(other)).toEqual(people);
      await other.close();
    });

    test('re-attributes and rejects, in searches too; in any order undone it is as it was', async () => {
      for (const article of articles) await putTold(archive, article);
      const [dump, people] = [await dumpOf(archive), await linked()];
      const record = `${second}:q1`;
      const ids = [
        (await archive.correct({ what: 'speaker', record, who: ['Ann Lee'] }, null)).id,
        (await archive.correct({ what: 'reject', record: `${british}:q1` }, 'a headline')).id,
        (await archive.correct({ what: 'recipient', record: `${first}:e1`, who: ['who:', 'a1'].slice(1) }, null)).id,
        (await archive.correct({ what: 'actor', record: `${third}:e1`, who: [] }, null)).id,
      ];
      expect(await speakers('Ann Lee')).toContain(record);
      expect(await speakers('Ted Cruz')).not.toContain(record);
      expect((await archive.person('Ann Lee')).links.map(({ actor }) => actor)).toContain(`${second}:a2`);
      expect(await speakers('John Smith')).not.toContain(`${british}:q1`);
      const { reading } = await archive.document(first);
      expect(reading.events[0]?.recipient).toEqual(['a1']);
      expect((await archive.document(third)).reading.events[0]?.actor).toEqual([]);
      await sound();
      // The machine's own word is kept beside it.
      expect((await dumpOf(archive)).startsWith(dump)).toBe(true);
      for (const id of ids) await archive.undo(id);
      expect(await dumpOf(archive)).toBe(dump);
      expect(await linked()).toEqual(people);
      await sound();
      await expect(archive.undo(ids[0] ?? 0)).rejects.toMatchObject({ code: 'READOUT_CORRECTION_NOT_FOUND' });
    });

    test('accepts, and sets types and flags; undone it is as it was', async () => {
      for (const article of articles) await putTold(archive, article);
      const dump = await dumpOf(archive);
      const { reading } = await archive.document(third);
      const [quotation, event] = [`${second}:q1`, `${third}:e1`];
      const made = [
        await archive.correct({ what: 'accept', record: quotation }, null),
        await archive.correct({ what: 'flags', record: quotation, flags: { denied: true, hedged: true, stance: 'belief' } }, null),
        await archive.correct({ what: 'type', record: event, type: 'AID' }, 'bread'),
        await archive.correct({ what: 'flags', record: event, flags: { negated: true } }, null),
        await archive.correct({ what: 'flags', record: event, flags: { future: true } }, null),
      ];
      expect(made.map(({ record, placed }) => [record, placed])).toEqual([
        [quotation, true],
        [quotation, true],
        [event, true],
        [event, true],
        [event, true],
      ]);
      expect((await archive.document(second)).reading.quotations[0]).toMatchObject({ denied: true, hedged: true, stance: 'belief' });
      const { events } = (await archive.document(third)).reading;
      expect(events[0]).toEqual({ ...reading.events[0], type: 'AID', quad: 2, mode: null, negated: true, future: true });
      expect((await archive.find({ type: 'AID', negated: true })).items.map(({ id }) => id)).toEqual([event]);
      const gold = [];
      for await (const one of archive.gold()) gold.push(...one.quotations, ...one.events);
      expect(gold.filter((one) => (one as { corrected?: boolean }).corrected)).toHaveLength(2);
      await sound();
      for (const { id } of made.reverse()) await archive.undo(id);
      expect(await dumpOf(archive)).toBe(dump);
      const wrong = [
        { what: 'type', record: quotation, type: 'AID' },
        { what: 'flags', record: quotation, flags: { negated: true } },
        { what: 'flags', record: event, flags: { denied: true } },
        { what: 'flags', record: event, flags: {} },
      ];
      for (const asked of wrong)
        await expect(archive.correct(JSON.parse(JSON.stringify(asked)), null)).rejects.toMatchObject({ code: 'READOUT_USAGE' });
    });

    test('what cannot be corrected is told', async () => {
      for (const article of articles) await putTold(archive, article);
      const wrong = [
        [{ what: 'speaker', record: `${first}:e1`, who: [] }, 'READOUT_USAGE'],
        [{ what: 'recipient', record: `${first}:q1`, who: [] }, 'READOUT_USAGE'],
        [{ what: 'reject', record: `${first}:q9` }, 'READOUT_RECORD_NOT_FOUND'],
        [{ what: 'reject', record: '000000000000:q1' }, 'READOUT_RECORD_NOT_FOUND'],
        [{ what: 'speaker', record: `${first}:q1`, who: ['a9'] }, 'READOUT_PERSON_NOT_FOUND'],
        [{ what: 'merge', people: ['Ted Cruz', 'John Smith'] }, 'READOUT_PERSON_NOT_FOUND'],
        [{ what: 'merge', people: ['Ted Cruz', 'Nobody At All'] }, 'READOUT_PERSON_NOT_FOUND'],
        [{ what: 'split', person: 'Ted Cruz', from: [third] }, 'READOUT_PERSON_NOT_FOUND'],
      ] as const;
      for (const [asked, code] of wrong) {
        await expect(archive.correct(JSON.parse(JSON.stringify(asked)), null)).rejects.toMatchObject({ code });
      }
      expect(await archive.corrections()).toEqual([]);
    });
  });
}
