import { sql } from 'kysely';
import type { Driver } from '../driver.ts';
import type { Ledger } from '../ledger.ts';
import type { QueueState } from './queue.ts';

const SHOWN = 20;

const count = (value: unknown): number => Number(value ?? 0);

export async function waiting({ db }: Driver): Promise<number> {
  const row = await db.selectFrom('queue').select(sql<number>`count(*)`.as('waiting')).where('status', '=', 'offered').executeTakeFirst();
  return count(row?.waiting);
}

export async function state(driver: Driver, since: number): Promise<QueueState> {
  const { db } = driver;
  const oldest = await db
    .selectFrom('queue')
    .innerJoin('runs', 'runs.id', 'queue.run')
    .select('runs.started')
    .where('queue.status', '=', 'offered')
    .orderBy('queue.id')
    .limit(1)
    .executeTakeFirst();
  const done = await db
    .selectFrom('queue')
    .select(sql<number>`count(*)`.as('done'))
    .where('status', '=', 'done')
    .where('finished', '>=', since)
    .executeTakeFirst();
  const poison = await db.selectFrom('queue').select(sql<number>`count(*)`.as('poison')).where('status', '=', 'poison').executeTakeFirst();
  const open = await db
    .selectFrom('runs')
    .select(sql<number>`count(*)`.as('open'))
    .where('finished', 'is', null)
    .where(({ exists, selectFrom }) => exists(selectFrom('queue').select('queue.id').whereRef('queue.run', '=', 'runs.id')))
    .executeTakeFirst();
  const poisoned = await db
    .selectFrom('queue')
    .select(['id', 'uri', 'about', 'tries', 'error'])
    .where('status', '=', 'poison')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return {
    waiting: await waiting(driver),
    since: oldest?.started ?? null,
    done: count(done?.done),
    poison: count(poison?.poison),
    open: count(open?.open),
    poisoned: poisoned.map((row) => ({ ...row, error: row.error ?? '' })),
  };
}

export async function endedLedger({ db }: Driver, run: number): Promise<Ledger | null> {
  const row = await db.selectFrom('runs').select(['finished', 'ledger']).where('id', '=', run).executeTakeFirst();
  return row === undefined || row.finished === null || row.ledger === null ? null : (JSON.parse(row.ledger) as Ledger);
}
