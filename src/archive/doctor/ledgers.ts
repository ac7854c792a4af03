import { addsUp, type Ledger } from '../ledger.ts';
import type { Check } from './check.ts';

/** Every finished ingest's counts add up. */
export const ledgersCheck: Check = {
  name: 'ledgers',
  async *look({ db }) {
    for (const { id, ledger } of await db
      .selectFrom('runs')
      .select(['id', 'ledger'])
      .where('ledger', 'is not', null)
      .orderBy('id')
      .execute()) {
      if (ledger === null || sound(ledger)) continue;
      yield {
        about: `ingest ${id}`,
        message: 'Its ledger does not add up.',
        mend: async () => void (await db.updateTable('runs').set({ ledger: null }).where('id', '=', id).execute()),
      };
    }
  },
};

function sound(ledger: string): boolean {
  try {
    return addsUp(JSON.parse(ledger) as Ledger);
  } catch {
    return false;
  }
}
