import type { Transaction } from 'kysely';
import type { Driver } from '../driver.ts';
import type { Tables } from '../tables.ts';
import { relink } from './batch.ts';
import { overlay } from './overlay.ts';

type Trx = Transaction<Tables>;

/** Blocks in one go: enough that statements are few, few enough that memory is flat. */
const AT_ONCE = 200;

/** Links again what has changed, and lays people's corrections over it. */
export async function refreshIn(trx: Trx): Promise<void> {
  // What corrections have moved is put back first.
  await trx
    .updateTable('blocks')
    .set({ stale: 1 })
    .where('id', 'in', (of) =>
      of.selectFrom('links').select('block').where('rule', '=', 'x').where('block', 'is not', null).$castTo<{ block: number }>(),
    )
    .execute();
  await trx.deleteFrom('links').where('block', 'is', null).execute();
  await trx.updateTable('people').set({ into: null }).where('into', 'is not', null).execute();
  await trx.deleteFrom('people').where('block', 'is', null).execute();
  for (;;) {
    const blocks = await trx.selectFrom('blocks').select(['id', 'key']).where('stale', '=', 1).orderBy('id').limit(AT_ONCE).execute();
    if (blocks.length === 0) break;
    await relink(trx, blocks);
  }
  await overlay(trx);
}

/** Brings the people up to date with the documents; nearly nothing where they are. */
export async function refreshPeople(driver: Driver): Promise<void> {
  const stale = await driver.db.selectFrom('blocks').select('id').where('stale', '=', 1).limit(1).executeTakeFirst();
  if (stale !== undefined) await driver.write(refreshIn);
}
