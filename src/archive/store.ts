import { keepBeside } from './beside.ts';
import { corrections, keepCorrection, makeCorrection, undoCorrection } from './corrections/keep.ts';
import { checkUp } from './doctor/index.ts';
import type { Driver } from './driver.ts';
import { dump, readings } from './dump.ts';
import { find } from './find.ts';
import { shaOf } from './ids.ts';
import { originalOf } from './original.ts';
import { people, person } from './people/find.ts';
import type { Archive } from './port.ts';
import { knownOffer, putOffer } from './put.ts';
import { show } from './show.ts';

/** The archive over a store's driver: what is common to all stores. */
export function archiveOver(driver: Driver): Archive {
  const told = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw driver.fault(error);
    }
  };
  async function* toldEach<Result>(rows: AsyncIterable<Result>): AsyncGenerator<Result> {
    try {
      yield* rows;
    } catch (error) {
      throw driver.fault(error);
    }
  }
  const now = () => new Date().toISOString();
  return {
    known: (offer) => told(knownOffer(driver, offer)),
    put: (offer, given, whole) => told(putOffer(driver, offer, given, whole)),
    putBeside: (given) => told(keepBeside(driver, given)),
    original: (id) => told(originalOf(driver.db, shaOf(id))),
    find: (query) => told(find(driver, query)),
    document: (id) => told(show(driver, id)),
    readings: () => toldEach(readings(driver)),
    dump: () => toldEach(dump(driver)),
    people: (query) => told(people(driver, query)),
    person: (ref) => told(person(driver, ref)),
    correct: (asked, note) => told(makeCorrection(driver, asked, note)),
    adopt: (correction, note) => told(driver.write((trx) => keepCorrection(driver, trx, correction, note))),
    undo: (id) => told(undoCorrection(driver, id)),
    corrections: () => told(corrections(driver)),
    async begin() {
      const made = driver.db.insertInto('runs').values({ started: now() }).returning('id').executeTakeFirstOrThrow();
      return (await told(made)).id;
    },
    async end(run, ledger) {
      await told(
        driver.db
          .updateTable('runs')
          .set({ finished: now(), ledger: JSON.stringify(ledger) })
          .where('id', '=', run)
          .execute(),
      );
    },
    doctor: (options) => told(checkUp(driver, options)),
    close: () => told(driver.close()),
  };
}
