import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import type { Reading } from '../../src/index.ts';
import { dumpOf, putTold, shortId, type Told, toldReading } from './told.ts';

const cruz = { name: 'Ted Cruz', country: 'USA' };
const one: Told = {
  text: 'Cruz said “we go”. Lee denied “it”. Cruz accused Lee.',
  published: '2020-01-01',
  who: { Cruz: cruz, Lee: { name: 'Ann Lee' } },
};
const two: Told = { text: 'Lee said “we stay”.', published: '2020-01-02', who: { Lee: { name: 'Ann Lee' } } };

/** A newer engine: it numbers actors anew, finds no denial, and takes the accusation for a rejection. */
function newer(told: Told): Reading {
  const reading = toldReading({ ...told, version: '0.0.2' });
  const renamed = JSON.parse(JSON.stringify(reading).replace(/"a(\d)"/g, (_, digit: string) => `"a${Number(digit) + 4}"`)) as Reading;
  const none = {
    ...renamed.actors[0],
    id: 'a1',
    name: 'nobody',
    kind: 'unnamed',
    mentions: [{ start: 0, end: 1, form: 'description' }],
  } as Reading['actors'][number];
  return {
    ...renamed,
    actors: [none, ...[2, 3, 4].map((i) => ({ ...none, id: `a${i}` })), ...renamed.actors],
    quotations: renamed.quotations.filter(({ denied }) => !denied),
    events: renamed.events.map((event) => ({ ...event, type: 'REJECT' as const })),
  };
}

const engine = { version: '0.0.2', model: `sha256:${'0'.repeat(64)}` };

/** What every store must do when a new engine reads again. */
export function rereadContract(name: string, open: (name: string) => Promise<Archive>): void {
  describe(`re-reading over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    beforeEach(async () => {
      archive = await open(`reread-${process.pid}-${++number}`);
      for (const told of [one, two]) await putTold(archive, told);
    });
    afterEach(async () => {
      await archive.close();
    });
    const rereadAll = async () => {
      const texts: string[] = [];
      for await (const reading of archive.outdated(engine)) texts.push(reading.document.text);
      for (const told of [one, two]) if (texts.includes(told.text)) await archive.reread(newer(told));
      return texts.length;
    };
    const differences = async (query = {}) => {
      const all = [];
      for await (const diff of archive.differences(query)) all.push(diff);
      return all;
    };

    test('reads what another engine read, once, and tells what changed', async () => {
      expect(await archive.countOutdated(engine)).toEqual({ all: 2, outdated: 2 });
      expect(await differences()).toEqual([]);
      expect(await rereadAll()).toBe(2);
      expect(await archive.countOutdated(engine)).toEqual({ all: 2, outdated: 0 });
      expect(await rereadAll()).toBe(0);
      const all = await differences();
      expect(all.map(({ from, to }) => [from.version, to.version])).toEqual([
        ['0.0.1', '0.0.2'],
        ['0.0.1', '0.0.2'],
      ]);
      const found = all.flatMap(({ differences: some }) => some);
      expect(found.map(({ change, was, fields }) => [change, was, fields])).toEqual([
        ['lost', 'q2', {}],
        ['changed', 'e1', { type: ['ACCUSE', 'REJECT'] }],
      ]);
      expect(all.reduce((sum, { same }) => sum + same, 0)).toBe(2);
      expect(await differences({ document: shortId(two) })).toHaveLength(1);
      expect(await differences({ from: '0.0.9' })).toEqual([]);
      // What only the older engine read is found no more, and people are linked from the new reading.
      expect((await archive.find({ cue: 'denied' })).items).toEqual([]);
      expect((await archive.people({ kind: 'person' })).map((person) => person.name).sort()).toEqual(['Ann Lee', 'Ted Cruz']);
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    });

    test('corrections are laid over the new reading; what it has lost waits; undone they leave no trace', async () => {
      const asked = [
        { what: 'speaker', record: `${shortId(one)}:q1`, who: ['Ann Lee'] },
        { what: 'actor', record: `${shortId(one)}:e1`, who: ['a2'] },
        { what: 'reject', record: `${shortId(one)}:q2` },
        { what: 'rename', person: 'Ann Lee', name: 'Ann B. Lee' },
        { what: 'reject', record: `${shortId(two)}:q1` },
      ] as const;
      for (const correction of asked) await archive.correct(JSON.parse(JSON.stringify(correction)), null);
      await rereadAll();
      expect((await archive.corrections()).map(({ placed }) => placed)).toEqual([true, true, false, true, true]);
      const { reading } = await archive.document(shortId(one));
      const names = new Map(reading.actors.map((actor) => [actor.id, actor.name]));
      expect(reading.quotations.map(({ speakers }) => speakers.map((id) => names.get(id)))).toEqual([['Ann Lee']]);
      expect(reading.events.map(({ type, actor }) => [type, ...actor.map((id) => names.get(id))])).toEqual([['REJECT', 'Ann Lee']]);
      expect((await archive.find({ speaker: 'Lee' })).items.map(({ id }) => id)).toEqual([`${shortId(one)}:q1`]);
      expect((await archive.person('Ann B. Lee')).documents).toBe(1);
      const gold = [];
      for await (const line of archive.gold()) gold.push(line);
      expect(gold).toHaveLength(2);
      const told = gold.find(({ text }) => text === one.text);
      expect(told?.quotations).toEqual([
        { kind: 'direct', content: [[10, 17]], cue: [5, 9], source: [0, 4], speaker: 'a6', via: [], hedged: false, corrected: true },
      ]);
      expect(gold.find(({ text }) => text === two.text)).toMatchObject({ quotations: [], rejected: [{ content: [[9, 18]] }] });
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
      for (const { id } of await archive.corrections()) await archive.undo(id);
      const fresh = await open(`reread-${process.pid}-${++number}`);
      for (const one_ of [one, two]) await putTold(fresh, one_);
      for (const one_ of [one, two]) await fresh.reread(newer(one_));
      expect(await dumpOf(archive)).toBe(await dumpOf(fresh));
      expect(await archive.people({})).toEqual(await fresh.people({}));
      await fresh.close();
    });

    test('a text that is not here cannot be read again', async () => {
      await expect(archive.reread(newer({ text: 'Lee said “else”.' }))).rejects.toMatchObject({ code: 'READOUT_RECORD_NOT_FOUND' });
    });
  });
}
