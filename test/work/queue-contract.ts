import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/archive/ledger.ts';
import type { Archive } from '../../src/archive/port.ts';
import { keyOfOffer } from '../../src/archive/put.ts';
import type { Queued } from '../../src/archive/queue/queue.ts';
import { dumpOf, type Opener } from '../archive/contract.ts';
import { fakeReading } from '../archive/fake-reading.ts';

const item = (text: string, uri = '/news/a.jsonl'): Queued => {
  const offer = { uri, original: new TextEncoder().encode(text) };
  return { ...offer, key: keyOfOffer(offer), about: '{"kind":"line","record":0}' };
};
const none: Ledger = { offered: 0, read: 0, versions: 0, unchanged: 0, duplicate: 0, skipped: {} };
const reading = (text: string) => ({ readings: [fakeReading({ text })], known: null, problems: [] });
const soon = () => Date.now() + 1000;

/** What the queue of every store must do. */
export function queueContract(name: string, open: Opener): void {
  describe(`the queue over ${name}`, () => {
    let archive: Archive;
    let number = 0;
    beforeEach(async () => {
      archive = await open(`queue-${process.pid}-${++number}`);
    });
    afterEach(() => archive.close());

    /** Brings texts in an ingest of their own. */
    async function bring(...texts: readonly string[]) {
      const run = await archive.begin();
      return {
        run,
        refs: await archive.queue.add(
          run,
          texts.map((text) => item(text)),
          false,
        ),
      };
    }

    test('what is brought twice in an ingest is kept once, and told', async () => {
      const { run } = await bring('one', 'two');
      expect(await archive.queue.brought(run, [item('one').key, item('three').key])).toEqual(new Set([item('one').key]));
      expect(await archive.queue.add(run, [item('two'), item('three')], false)).toHaveLength(1);
      expect(await archive.queue.waiting()).toBe(3);
      // Another ingest's are its own.
      await bring('one');
      expect(await archive.queue.waiting()).toBe(4);
    });

    test('it gives back what it was brought, byte for byte', async () => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
      const offer = { uri: '/a.bin', original: bytes };
      const [ref] = await archive.queue.add(await archive.begin(), [{ ...offer, key: keyOfOffer(offer), about: '{"kind":"file"}' }], true);
      const taken = ref && (await archive.queue.take(ref, 1));
      expect(taken).toMatchObject({ uri: '/a.bin', about: '{"kind":"file"}' });
      expect(Buffer.from(taken?.original ?? []).equals(Buffer.from(bytes))).toBe(true);
    });

    test('a number of another archive is nobody’s', async () => {
      const { refs } = await bring('one');
      for (const ref of [
        { id: refs[0]?.id ?? 0, key: 'another' },
        { id: 999_999, key: refs[0]?.key ?? '' },
      ]) {
        expect(await archive.queue.attempt(ref, true, 1)).toBeNull();
        expect(await archive.queue.take(ref, 1)).toBeNull();
      }
      expect(await archive.queue.waiting()).toBe(1);
    });

    test('one that is begun again and again and never ends is set aside; the tries are told', async () => {
      const [ref] = (await bring('KILLS')).refs;
      if (ref === undefined) throw new Error('nothing was brought');
      expect(await archive.queue.attempt(ref, false, 3)).toBe(1);
      // Asked, and not begun: that is no try.
      for (let i = 0; i < 5; i++) expect(await archive.queue.attempt(ref, true, 3)).toBe(2);
      await archive.queue.take(ref, 2);
      // Also by a hint that is new.
      expect(await archive.queue.attempt(ref, false, 3)).toBe(3);
      await archive.queue.take(ref, 3);
      expect(await archive.queue.attempt(ref, true, 3)).toBeNull();
      expect(await archive.queue.take(ref, 3)).toBeNull();
      const state = await archive.queue.state(0);
      expect(state).toMatchObject({ waiting: 0, poison: 1 });
      expect(state.poisoned[0]).toMatchObject({ uri: '/news/a.jsonl', tries: 3, error: expect.stringContaining('began it 3 times') });
    });

    test('a failure is kept with its reason; the last one sets aside', async () => {
      const [ref] = (await bring('one')).refs;
      if (ref === undefined) throw new Error('nothing was brought');
      expect(await archive.queue.fail(ref, 1, 2, 'no memory')).toBe(false);
      expect(await archive.queue.waiting()).toBe(1);
      expect(await archive.queue.fail(ref, 2, 2, 'no memory')).toBe(true);
      expect((await archive.queue.state(0)).poisoned[0]).toMatchObject({ tries: 2, error: 'no memory' });
    });

    test('two that finish the same at once count it once, and keep it once', async () => {
      const { refs } = await bring('Anna said “yes”.');
      const offer = item('Anna said “yes”.');
      const all = await Promise.all(
        [1, 2, 3].map(async () => (refs[0] === undefined ? null : archive.queue.finish(refs[0], offer, reading('Anna said “yes”.')))),
      );
      expect(all.filter((ledger) => ledger !== null)).toEqual([{ ...none, offered: 1, read: 1 }]);
      const once = await dumpOf(archive);
      const other = await open(`queue-${process.pid}-${++number}`);
      await other.put(offer, reading('Anna said “yes”.').readings, true);
      expect((await dumpOf(other)) === once).toBe(true);
      await other.close();
    });

    test('what is due is given once, the oldest first; what was refused is due again', async () => {
      const { refs } = await bring('one', 'two', 'three');
      const first = await archive.queue.toHint(soon(), 2);
      expect(first.map(({ id }) => id)).toEqual(refs.slice(0, 2).map(({ id }) => id));
      expect(await archive.queue.toHint(Date.now() - 1000, 10)).toEqual(refs.slice(2));
      expect(await archive.queue.toHint(Date.now() - 1000, 10)).toEqual([]);
      await archive.queue.notHinted(first.slice(1));
      expect(await archive.queue.toHint(Date.now() - 1000, 10)).toEqual(first.slice(1));
    });

    test('a ledger is written when the last is done, with what came again and what was set aside', async () => {
      const { run, refs } = await bring('Anna said “yes”.', 'broken', 'KILLS');
      const [good, bad, kills] = refs;
      if (good === undefined || bad === undefined || kills === undefined) throw new Error('not all was brought');
      await archive.queue.finish(good, item('Anna said “yes”.'), reading('Anna said “yes”.'));
      expect(await archive.queue.settle(0)).toBe(0);
      await archive.queue.fed(run, { ...none, offered: 2, unchanged: 2 }, new Map([[good.key, 2]]));
      expect(await archive.queue.settle(0)).toBe(0);
      const problem = { readings: [], known: null, problems: [{ code: 'READOUT_JSON_INVALID', message: 'no' }] };
      await archive.queue.finish(bad, item('broken'), problem);
      await archive.queue.fail(kills, 5, 5, 'no memory');
      expect(await archive.queue.ledger(run)).toBeNull();
      expect(await archive.queue.settle(0)).toBe(1);
      const sum = { ...none, offered: 7, read: 1, unchanged: 2, duplicate: 2 };
      expect(await archive.queue.ledger(run)).toEqual({ ...sum, skipped: { READOUT_JSON_INVALID: 1, READOUT_WORK_SET_ASIDE: 1 } });
      expect((await archive.doctor({ repair: false })).findings).toEqual([]);

      // What was set aside is tried again, and comes to an end: counted once.
      expect(await archive.queue.retry()).toBe(1);
      expect(await archive.queue.ledger(run)).toBeNull();
      await archive.queue.finish(kills, item('KILLS'), reading('KILLS'));
      expect(await archive.queue.settle(soon())).toBe(1);
      expect(await archive.queue.ledger(run)).toEqual({ ...sum, read: 2, skipped: { READOUT_JSON_INVALID: 1 } });
      // And what is done is forgotten.
      expect((await archive.queue.state(0)).done).toBe(0);
      expect(await archive.queue.take(good, 1)).toBeNull();
    });

    test('one that was set aside while its worker was only slow is read and counted all the same', async () => {
      const { run, refs } = await bring('slow');
      const [ref] = refs;
      if (ref === undefined) throw new Error('nothing was brought');
      await archive.queue.take(ref, 3);
      await archive.queue.fed(run, none, new Map([[ref.key, 1]]));
      expect(await archive.queue.attempt(ref, true, 3)).toBeNull();
      await archive.queue.settle(0);
      expect(await archive.queue.ledger(run)).toMatchObject({ offered: 2, skipped: { READOUT_WORK_SET_ASIDE: 2 } });
      expect(await archive.queue.finish(ref, item('slow'), reading('slow'))).toMatchObject({ read: 1 });
      expect(await archive.queue.state(0)).toMatchObject({ waiting: 0, poison: 0, done: 1 });
      await archive.queue.settle(0);
      expect(await archive.queue.ledger(run)).toEqual({ ...none, offered: 2, read: 1, duplicate: 1 });
      expect(await archive.queue.finish(ref, item('slow'), reading('slow'))).toBeNull();
    });

    test('what an ingest brought is counted however long it takes to bring all; a week later its feeder is dead', async () => {
      const { run, refs } = await bring('one', 'two');
      for (const [i, text] of ['one', 'two'].entries())
        await archive.queue.finish(refs[i] ?? { id: 0, key: '' }, item(text), reading(text));
      const day = 86_400_000;
      await archive.queue.settle(Date.now() + 6 * day);
      await archive.queue.fed(run, none, new Map());
      await archive.queue.settle(0);
      expect(await archive.queue.ledger(run)).toEqual({ ...none, offered: 2, read: 2 });
      const late = await bring('three');
      await archive.queue.finish(late.refs[0] ?? { id: 0, key: '' }, item('three'), reading('three'));
      await archive.queue.settle(Date.now() + 8 * day);
      expect((await archive.queue.state(0)).done).toBe(0);
    });
  });
}
