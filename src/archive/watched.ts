import type { WatchState } from '../watch/state.ts';
import type { Driver } from './driver.ts';
import { hashOfText } from './ids.ts';

/** An index of a store takes no longer key. */
const LONGEST = 1000;
const keyOf = (address: string): string => (address.length > LONGEST ? `sha256:${hashOfText(address)}` : address);

/** What is remembered of an address that is watched; null where nothing is. */
export async function watchedAt({ db }: Driver, address: string): Promise<WatchState | null> {
  const row = await db.selectFrom('watched').select('state').where('address', '=', keyOf(address)).executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.state) as WatchState);
}

/** Remembers all of it, or nothing. */
export async function keepWatched(driver: Driver, states: ReadonlyMap<string, WatchState>): Promise<void> {
  if (states.size === 0) return;
  await driver.write(async (trx) => {
    for (const [address, value] of states) {
      const state = JSON.stringify(value);
      await trx
        .insertInto('watched')
        .values({ address: keyOf(address), state })
        .onConflict((conflict) => conflict.column('address').doUpdateSet({ state }))
        .execute();
    }
  });
}
