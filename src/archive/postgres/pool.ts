import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Address } from './address.ts';
import { toStore, types } from './values.ts';

/** So many at once; a server allows some 100 in all. */
const MOST = 8;
/** Milliseconds to wait for a connection, with the others in the queue for one. */
const PATIENCE = 30_000;

/** Settings that our statements rely on, whatever the server's own are. A link that is dead for a minute and a half is given up. */
const settings: Readonly<Record<string, string>> = {
  jit: 'off',
  extra_float_digits: '1',
  tcp_keepalives_idle: '30',
  tcp_keepalives_interval: '15',
  tcp_keepalives_count: '4',
};

export interface PoolOptions {
  readonly most?: number;
  /** What a connection says first, after its settings. */
  readonly first?: string;
}

/** Connections to an archive, made when they are wanted; those not wanted for half a minute are given back. */
export function openPool({ connection, schema }: Address, { most = MOST, first }: PoolOptions = {}): PostgresPool {
  const pool = new pg.Pool({
    connectionString: connection,
    application_name: 'readout',
    max: most,
    connectionTimeoutMillis: PATIENCE,
    // One that has begun a transaction must not be changed for another.
    idleTimeoutMillis: first === undefined ? 30_000 : 0,
    keepAlive: true,
    types,
  });
  // A connection that breaks while nobody uses it: the next that asks gets another.
  pool.on('error', () => undefined);
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  let made = 0;
  async function prepare(client: pg.PoolClient): Promise<void> {
    // One that breaks in use rejects what is asked of it; the event besides would end the process.
    client.on('error', () => undefined);
    if (first !== undefined && made++ > 0) throw new Error('Connection terminated unexpectedly');
    const all = [['search_path', schema], ...Object.entries(settings)];
    const calls = all.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, false)`);
    await client.query(`select ${calls.join(', ')}`, all.flat());
    if (first !== undefined) await client.query(first);
  }
  return {
    async connect() {
      const client = await pool.connect();
      const there = known.get(client);
      if (there !== undefined) return there;
      try {
        await prepare(client);
      } catch (error) {
        client.release(true);
        throw error;
      }
      const own = {
        query: (text: string, values: readonly unknown[]) => client.query(text, values.map(toStore)),
        release: (destroy?: boolean) => client.release(destroy),
      } as unknown as PostgresPoolClient;
      known.set(client, own);
      return own;
    },
    end: () => pool.end(),
  };
}
