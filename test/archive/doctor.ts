import { beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { dumpOf, put } from './contract.ts';

/** A store that its doctor is tested over. */
export interface Patient {
  /** The name of a new archive. */
  fresh(): string;
  /** Harms an archive as no code of ours would: with statements of SQL, and references not looked at. */
  harm(name: string, statements: readonly string[]): Promise<void>;
  /** How its full text is harmed: words lost, words of no record, other words. */
  readonly words: { readonly lost: string; readonly ghost: string; readonly other: readonly string[] };
  /** Bytes as it writes them. */
  bytes(hex: string): string;
}

export async function fill(name: string): Promise<void> {
  const archive = await openArchive(name, { create: true });
  for (let i = 0; i < 3; i++) {
    const text = `The ministers of both countries spoke for two long hours about the price of grain and ships. Anna said “no ${i}”. Boris met Carl in Kyiv.`;
    await put(archive, { text, published: `2023-09-1${i}`, url: `https://a.example/${i}`, input: { uri: `/news/${i}.jsonl` } });
  }
  await archive.close();
}

export async function lookAt(name: string, repair = false) {
  const archive = await openArchive(name, { create: false });
  try {
    return (await archive.doctor({ repair })).findings;
  } finally {
    await archive.close();
  }
}

/** What the doctor must find and mend in every store. */
export function doctorContract(name: string, patient: Patient): void {
  describe(`the doctor over ${name}`, () => {
    let file = '';
    beforeEach(async () => {
      file = patient.fresh();
      await fill(file);
    });

    const harm = (...statements: readonly string[]) => patient.harm(file, statements);

    const look = (repair = false) => lookAt(file, repair);
    async function dump() {
      const archive = await openArchive(file, { create: false });
      try {
        return await dumpOf(archive);
      } finally {
        await archive.close();
      }
    }

    test('finds nothing where nothing is', async () => {
      expect(await look()).toEqual([]);
    });

    describe('finds and mends', () => {
      test.each<[string, string, readonly string[]]>([
        ['a lost record', 'records', ["delete from records where local = 'q1' and id < 3"]],
        ['a changed record', 'records', ["update records set type = 'ACCUSE' where local = 'e1'"]],
        ['a lost part', 'records', ["delete from parts where part = 's'"]],
        ['a renamed actor', 'records', ["update actors set name = 'Nobody'"]],
        ['lost words', 'full text', [patient.words.lost]],
        ['words of no record', 'full text', [patient.words.ghost]],
        ['other words', 'full text', patient.words.other],
        ['torn stories', 'stories', ['update documents set story = (select max(sha) from documents)']],
        ['lost bands', 'stories', ['delete from bands']],
        [
          'an original of nobody',
          'originals',
          ["insert into originals (sha, size, packed) select 'ff', size, packed from originals limit 1"],
        ],
      ])('%s', async (_, check, statements) => {
        const before = await dump();
        await harm(...statements);
        const found = await look();
        expect(found.map((finding) => finding.check)).toContain(check);
        expect(found.every(({ repaired }) => !repaired)).toBe(true);
        expect((await look(true)).some(({ repaired }) => repaired)).toBe(true);
        expect(await look()).toEqual([]);
        expect(await dump()).toBe(before);
      });
    });

    describe('finds what nothing kept can mend', () => {
      test.each<[string, string, readonly string[]]>([
        ['another text', 'readings', ['update texts set packed = (select packed from texts where document = 2) where document = 1']],
        ['a text that cannot be unpacked', 'readings', [`update texts set packed = ${patient.bytes('00')} where document = 1`]],
        ['a reading that cannot be unpacked', 'readings', [`update readings set packed = ${patient.bytes('0102')} where document = 1`]],
        ['a lost reading', 'readings', ['delete from readings where document = 1']],
        [
          'another original',
          'originals',
          [
            'update originals set packed = (select packed from originals order by sha desc limit 1), by = (select by from originals order by sha desc limit 1) where sha = (select min(sha) from originals)',
          ],
        ],
        ['a lost original', 'references', ['delete from originals where sha = (select min(sha) from originals)']],
        ['a lost document', 'references', ['delete from documents where id = 1']],
        ['a document printed nowhere', 'readings', ['delete from printings where document = 1']],
      ])('%s', async (_, check, statements) => {
        await harm(...statements);
        expect((await look()).map((finding) => finding.check)).toContain(check);
        await look(true);
        expect((await look()).map((finding) => finding.check)).toContain(check);
      });
    });

    test('what only its source can mend is mended by ingesting it again', async () => {
      const before = await dump();
      await harm(
        `update texts set packed = ${patient.bytes('00')} where document = 1`,
        `update readings set packed = ${patient.bytes('0102')} where document = 2`,
        'delete from readings where document = 3',
      );
      const told = await look(true);
      expect(told.filter(({ check }) => check === 'readings').map(({ repaired }) => repaired)).toEqual([false, false, false]);
      expect(told.map(({ message }) => message).join()).toContain('Ingest it again: /news/0.jsonl');
      await fill(file);
      expect(await look()).toEqual([]);
      expect(await dump()).toBe(before);
    });

    test('is not misled by what is put while it looks', async () => {
      const archive = await openArchive(file, { create: false });
      const other = await openArchive(file, { create: false });
      const looking = archive.doctor({ repair: false });
      for (let i = 0; i < 5; i++) await put(other, { text: `While it looks, Dora said “number ${i}”.` });
      expect((await looking).findings).toEqual([]);
      await archive.close();
      await other.close();
    });
  });
}
