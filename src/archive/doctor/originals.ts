import type { Driver } from '../driver.ts';
import { documentId, hashOf } from '../ids.ts';
import { originalOf } from '../original.ts';
import { readAgain } from './again.ts';
import type { Check } from './check.ts';
import { notTheStore } from './not-the-store.ts';

/** Every original unpacks to the bytes of its hash, and belongs to a printing. */
export const originalsCheck: Check = {
  name: 'originals',
  async *look(driver) {
    const { db } = driver;
    const all = await db.selectFrom('originals').select('sha').orderBy('sha').execute();
    const used = new Set((await db.selectFrom('printings').select('original').distinct().execute()).map(({ original }) => original));
    for (const { sha } of all) {
      if (!used.has(sha)) {
        yield {
          about: documentId(sha),
          message: 'No printing belongs to this original.',
          mend: async () => void (await db.deleteFrom('originals').where('sha', '=', sha).execute()),
        };
      }
      const fault = await faultOf(driver, sha);
      if (fault !== null) yield { about: documentId(sha), message: fault, ...(await readAgain(driver, 'original', sha)) };
    }
  },
};

async function faultOf(driver: Driver, sha: string): Promise<string | null> {
  try {
    const bytes = await originalOf(driver.db, sha);
    return bytes === null || hashOf(bytes) === sha ? null : 'The original’s bytes are not those of its hash.';
  } catch (error) {
    notTheStore(driver, error);
    return 'The original cannot be unpacked.';
  }
}
