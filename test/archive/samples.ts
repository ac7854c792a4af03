import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import type { SampleAsked } from '../../src/archive/sample/sample.ts';
import { put } from './contract.ts';

/** Six quotations and three events in three outlets. */
const articles = [
  { text: 'Anna said “one of it”. Anna said “two of it”. Boris accused Carl.', outlet: 'Daily', published: '2023-01-01' },
  { text: 'Carl said “three of it”. Anna met Boris in Kyiv. Carl denied “four of it”.', outlet: 'Weekly', published: '2023-02-01' },
  { text: 'Dora said “five of it”. Emil accused Dora. Dora said “six of it”.', outlet: null, published: '2023-03-01' },
] as const;

/** What every store must do with samples and with the list of ingests. */
export function samplesContract(name: string, open: (name: string) => Promise<Archive>): void {
  describe(`samples over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    const fresh = () => open(`samples-${process.pid}-${++number}`);
    const asked = (size: number, more: Partial<SampleAsked> = {}): SampleAsked => ({ size, seed: 'a', by: null, query: {}, ...more });
    const idsOf = async (one: Archive, what: SampleAsked) => (await one.draw(what)).items.map(({ record }) => record);
    beforeEach(async () => {
      archive = await fresh();
      for (const article of articles) await put(archive, article);
    });
    afterEach(async () => {
      await archive.close();
    });

    test('the same seed draws the same records, whatever the order in which they came; another seed others', async () => {
      const ids = await idsOf(archive, asked(5));
      expect(new Set(ids).size).toBe(5);
      const other = await fresh();
      for (const article of [...articles].reverse()) await put(other, article);
      expect(await idsOf(other, asked(5))).toEqual(ids);
      await other.close();
      expect(await idsOf(archive, asked(5, { seed: 'b' }))).not.toEqual(ids);
      // What is drawn first for a large sample is what a small one draws.
      expect(await idsOf(archive, asked(3))).toEqual(ids.slice(0, 3));
      expect(await idsOf(archive, asked(100))).toHaveLength(9);
    });

    test('the same question is drawn once, and keeps its verdicts', async () => {
      const drawn = await archive.draw(asked(4, { query: { sort: 'quotation', outlet: 'Daily' } }));
      expect(drawn.items).toHaveLength(2);
      await archive.judge(drawn.id, [{ n: 1, verdict: 'wrong', note: 'no quotation' }]);
      const again = await archive.draw(asked(4, { query: { outlet: 'Daily', sort: 'quotation' } }));
      expect([again.id, again.items[0]?.verdict, again.items[0]?.note]).toEqual([drawn.id, 'wrong', 'no quotation']);
      expect(again.items[0]?.item?.words).toContain('of it');
    });

    test('judging gives precision with its interval, by sort, type and outlet; a verdict is taken back', async () => {
      const { id, items } = await archive.draw(asked(9));
      const events = items.filter(({ type }) => type === 'ACCUSE' || type === 'CONSULT');
      await archive.judge(
        id,
        items.map(({ n, type }) => ({ n, verdict: type === 'ACCUSE' ? 'wrong' : type === 'CONSULT' ? 'unsure' : 'right' })),
      );
      const card = await archive.trust();
      expect(events).toHaveLength(3);
      expect(card.all).toMatchObject({ drawn: 9, right: 6, wrong: 2, unsure: 1, precision: 0.75, low: 0.4093, high: 0.9285 });
      expect(card.types.map(({ value, right, wrong }) => [value, right, wrong])).toEqual([
        ['direct', 6, 0],
        ['ACCUSE', 0, 2],
        ['CONSULT', 0, 0],
      ]);
      expect(card.types[0]).toMatchObject({ precision: 1, low: 0.6097, high: 1 });
      expect(card.types[2]).toMatchObject({ unsure: 1, precision: null, low: null });
      expect(card.outlets.map(({ value, drawn }) => [value, drawn])).toEqual([
        ['', 3],
        ['Daily', 3],
        ['Weekly', 3],
      ]);
      expect(card.sorts.map(({ value }) => value)).toEqual(['quotation', 'event']);
      expect(card.engines).toEqual(['0.0.1 000000000000']);
      const back = await archive.judge(id, [{ record: events[0]?.record, verdict: null }]);
      expect(back.all.right + back.all.wrong + back.all.unsure).toBe(8);
      expect((await archive.samples()).map(({ all }) => all.drawn)).toEqual([9]);
      await archive.forgetSample(id);
      expect(await archive.samples()).toEqual([]);
      expect((await archive.trust()).all).toMatchObject({ drawn: 0, precision: null });
      await expect(archive.sample(id)).rejects.toMatchObject({ code: 'READOUT_SAMPLE_NOT_FOUND' });
    });

    test('spread over types, the rare weigh as much as there are of them', async () => {
      const { id, items } = await archive.draw(asked(3, { by: 'type' }));
      expect(items.map(({ type }) => type).sort()).toEqual(['ACCUSE', 'CONSULT', 'direct']);
      const card = await archive.judge(
        id,
        items.map(({ n, type }) => ({ n, verdict: type === 'direct' ? 'right' : 'wrong' })),
      );
      // Six quotations stand behind the one that is right, three events behind the two that are wrong.
      expect(card.all.precision).toBe(0.6667);
      expect(await idsOf(archive, asked(4, { by: 'outlet' }))).toHaveLength(4);
    });

    test('none or all: what was not drawn, and what is none, is told', async () => {
      const { id } = await archive.draw(asked(2));
      const wrong = archive.judge(id, [
        { n: 1, verdict: 'right' },
        { n: 3, verdict: 'right' },
      ]);
      await expect(wrong).rejects.toMatchObject({ code: 'READOUT_RECORD_NOT_FOUND' });
      expect((await archive.sample(id)).items.map(({ verdict }) => verdict)).toEqual([null, null]);
      await expect(archive.judge(id + 1, [])).rejects.toMatchObject({ code: 'READOUT_SAMPLE_NOT_FOUND' });
      await expect(archive.forgetSample(99)).rejects.toMatchObject({ code: 'READOUT_SAMPLE_NOT_FOUND' });
      await expect(archive.draw(asked(0))).rejects.toMatchObject({ code: 'READOUT_USAGE' });
      await expect(archive.draw(asked(5, { query: { words: ['zeppelin'] } }))).rejects.toMatchObject({ code: 'READOUT_USAGE' });
    });

    test('a verdict outlives a re-reading, and a record that is not read any more is told as gone', async () => {
      const { id, items } = await archive.draw(asked(9));
      await archive.judge(id, [{ n: 1, verdict: 'right' }]);
      await archive.correct({ what: 'reject', record: items[0]?.record ?? '' }, null);
      const [first, second] = (await archive.sample(id)).items;
      expect([first?.verdict, first?.item]).toEqual(['right', null]);
      expect(second?.item?.id).toBe(second?.record);
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    });

    test('the ingests are listed with their ledgers, the newest first', async () => {
      const ledger = { offered: 3, read: 1, versions: 0, unchanged: 1, duplicate: 0, skipped: { READOUT_INPUT_EMPTY: 1 } };
      const first = await archive.begin();
      await archive.end(first, ledger);
      const second = await archive.begin();
      const runs = await archive.runs();
      expect(runs.map(({ id, ledger: told, finished }) => [id, told, finished === null])).toEqual([
        [second, null, true],
        [first, ledger, false],
      ]);
    });
  });
}
