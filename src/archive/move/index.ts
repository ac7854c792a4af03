import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { ReadoutError } from '../../error.ts';
import type { Driver } from '../driver.ts';
import { dump } from '../dump.ts';
import { documentId } from '../ids.ts';
import { readingOf } from '../reading.ts';
import { rowsOf } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { copyRows, filled } from './copy.ts';

/** Told how far a move has come: rows of a table copied, documents indexed again, lines of both dumps compared. */
export type Step = (what: string, done: number) => void;

export interface Moved {
  readonly documents: number;
  /** Of the dump of either archive. */
  readonly sha256: string;
}

const damaged = (about: string, error?: unknown): ReadoutError =>
  new ReadoutError(
    'READOUT_ARCHIVE_DAMAGED',
    `${about} Nothing was moved.`,
    'See readout doctor, and with --repair mend the archive first.',
    error,
  );

/** The full text is each store's own: it is made again from the readings. @returns how many documents there are */
async function indexAgain(to: Driver, trx: Transaction<Tables>, step: Step): Promise<number> {
  let done = 0;
  for (let after = 0; ; ) {
    const documents = await trx.selectFrom('documents').select(['id', 'sha']).where('id', '>', after).orderBy('id').limit(200).execute();
    for (const { id, sha } of documents) {
      const reading = await readingOf(trx, id).catch((error) => {
        throw damaged(`The reading of ${documentId(sha)} cannot be unpacked.`, error);
      });
      const rows = await trx.selectFrom('records').select(['id', 'local']).where('document', '=', id).execute();
      const numbers = new Map(rows.map((row) => [row.local, row.id]));
      const words = rowsOf(reading).flatMap(({ columns, words: own }) => {
        const record = numbers.get(columns.local);
        return record === undefined ? [] : [{ record, words: own }];
      });
      await to.words.add(trx, words);
      step('indexed', ++done);
      after = id;
    }
    if (documents.length === 0) return done;
  }
}

/** Both dumps line by line, so that neither is held. @returns the hash of either */
async function compared(from: Driver, to: Driver, step: Step): Promise<string> {
  const hash = createHash('sha256');
  const theirs = dump(to);
  let done = 0;
  for await (const line of dump(from)) {
    const other = await theirs.next();
    if (other.value !== line) throw damaged(`Line ${done + 1} of the dump does not come out the same: ${line.slice(0, 100)}.`);
    hash.update(line);
    step('compared', ++done);
  }
  if (!(await theirs.next()).done) throw damaged('The dump comes out longer.');
  return hash.digest('hex');
}

/**
 * Brings all that an archive keeps into an empty one, of whatever store, in one transaction: rows with their numbers and times, so that
 * cursors, corrections' numbers, versions and what need not be read again stay. Only if both give the same dump is it kept.
 * @throws ReadoutError READOUT_USAGE when the other is not empty, READOUT_ARCHIVE_DAMAGED when the first cannot be read whole
 */
export async function move(from: Driver, to: Driver, step: Step): Promise<Moved> {
  const source = await from.snapshot();
  try {
    return await to.write(async (trx) => {
      const there = await filled(trx);
      if (there !== null)
        throw new ReadoutError('READOUT_USAGE', `The archive to move to is not empty: it has ${there}.`, 'Name one that is not there yet.');
      await copyRows(source.db, trx, step);
      const documents = await indexAgain(to, trx, step);
      await to.settle(trx);
      return { documents, sha256: await compared(source, { ...to, db: trx }, step) };
    });
  } finally {
    await source.close();
  }
}
