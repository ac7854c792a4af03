import type { Driver } from '../driver.ts';
import { keyOf } from '../put.ts';
import type { Damage } from './check.ts';

/** How damage is mended that only its source can mend: what was read there is forgotten, so that the next ingest reads it again. */
export async function readAgain(
  { db }: Driver,
  column: 'document' | 'original',
  of: number | string,
): Promise<Pick<Damage, 'mend' | 'next'>> {
  const printings = await db.selectFrom('printings').select(['uri', 'original']).where(column, '=', of).orderBy('uri').execute();
  const places = [...new Set(printings.flatMap(({ uri }) => (uri === null ? [] : [uri])))];
  const keys = printings.map(({ uri, original }) => keyOf(uri, original));
  if (keys.length === 0) return {};
  return {
    mend: async () => void (await db.deleteFrom('offers').where('key', 'in', keys).execute()),
    next: `Ingest it again: ${places.slice(0, 3).join(', ')}`,
  };
}
