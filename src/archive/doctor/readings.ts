import { identify } from '../../reading/identity.ts';
import { type Reading, readingSchema } from '../../reading/schema.ts';
import { verify } from '../../reading/verify.ts';
import type { Driver } from '../driver.ts';
import { documentId } from '../ids.ts';
import { textOf, unpackReading } from '../reading.ts';
import { readAgain } from './again.ts';
import type { Check } from './check.ts';
import { notTheStore } from './not-the-store.ts';

/** What is wrong with a reading as it is kept; null where nothing is. */
async function faultOf(driver: Driver, document: number, packed: Uint8Array, sha: string): Promise<string | null> {
  let reading: Reading;
  try {
    reading = readingSchema.parse(unpackReading(packed, await textOf(driver.db, document)));
  } catch (error) {
    notTheStore(driver, error);
    return `The reading cannot be unpacked: ${(error instanceof Error ? error.message : String(error)).slice(0, 200)}`;
  }
  if (identify(reading.document.text) !== documentId(sha)) return 'The text is not that of its hash.';
  const [first] = verify(reading);
  return first === undefined ? null : `${first.at}: ${first.fault}`;
}

/** Every reading unpacks, has the contract’s form, is of its document’s text, and every slice of it holds. */
export const readingsCheck: Check = {
  name: 'readings',
  async *look(driver) {
    const { db } = driver;
    const documents = await db.selectFrom('documents').select(['id', 'sha', 'engine']).orderBy('sha').execute();
    for (const { id, sha, engine } of documents) {
      const kept = await db.selectFrom('readings').select(['engine', 'packed']).where('document', '=', id).execute();
      const again = await readAgain(driver, 'document', id);
      if (!kept.some((one) => one.engine === engine)) yield { about: documentId(sha), message: 'The document has no reading.', ...again };
      for (const { packed } of kept) {
        const fault = await faultOf(driver, id, packed, sha);
        if (fault !== null) yield { about: documentId(sha), message: fault, ...again };
      }
      const printing = await db.selectFrom('printings').select('id').where('document', '=', id).limit(1).executeTakeFirst();
      if (printing === undefined) yield { about: documentId(sha), message: 'The document was printed nowhere.' };
    }
  },
};
