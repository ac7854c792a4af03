import type { Driver } from '../driver.ts';
import { hashOfText, recordId } from '../ids.ts';
import { rowsOf, type SearchWords } from '../rows.ts';
import type { Check, Damage } from './check.ts';
import { soundReading } from './records.ts';

/** A sum over terms in any order. */
const digest = (column: string, term: string, at: number): bigint => BigInt(`0x${hashOfText(`${column} ${term} ${at}`).slice(0, 15)}`);

function digestOf(words: SearchWords): bigint {
  let sum = 0n;
  for (const [column, text] of Object.entries(words)) {
    const terms = (text as string).split(' ').filter((term) => term !== '');
    for (const [at, term] of terms.entries()) sum += digest(column, term, at);
  }
  return sum;
}

async function indexed(driver: Driver): Promise<Map<number, bigint>> {
  const sums = new Map<number, bigint>();
  for await (const { record, column, term, at } of driver.words.contents())
    sums.set(record, (sums.get(record) ?? 0n) + digest(column, term, at));
  return sums;
}

/** The full-text index holds every record's words, and no others. */
export const wordsCheck: Check = {
  name: 'full text',
  async *look(driver) {
    const sums = await indexed(driver);
    for (const { id, sha } of await driver.db.selectFrom('documents').select(['id', 'sha']).orderBy('sha').execute()) {
      const reading = await soundReading(driver, id);
      if (reading === null) continue;
      const numbers = await driver.db.selectFrom('records').select(['id', 'local']).where('document', '=', id).execute();
      const known = new Map(numbers.map((row) => [row.local, row.id]));
      for (const { columns, words } of rowsOf(reading)) {
        const record = known.get(columns.local);
        if (record === undefined) continue;
        const same = (sums.get(record) ?? 0n) === digestOf(words);
        sums.delete(record);
        if (!same) yield damaged(driver, record, recordId(sha, columns.local), words);
      }
    }
    for (const record of sums.keys()) yield damaged(driver, record, 'full text', null);
  },
};

function damaged(driver: Driver, record: number, about: string, words: SearchWords | null): Damage {
  return {
    about,
    message: words === null ? 'The index holds words of no record.' : 'The index does not hold its words.',
    mend: () =>
      driver.write(async (trx) => {
        await driver.words.remove(trx, [record]);
        if (words !== null) await driver.words.add(trx, [{ record, words }]);
      }),
  };
}
