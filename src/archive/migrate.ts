import type { Kysely } from 'kysely';
import { ReadoutError } from '../error.ts';
import { type Dialect, migrations } from './migrations/index.ts';

/** How many migrations an archive has had. */
export interface Level {
  read(db: Kysely<unknown>): Promise<number>;
  write(db: Kysely<unknown>, level: number): Promise<void>;
}

/** Brings an archive to today's tables; forward only. To be called in a transaction that no other process can come between. */
export async function migrate(db: Kysely<unknown>, dialect: Dialect, level: Level, name: string): Promise<void> {
  const done = await level.read(db);
  if (done > migrations.length) {
    throw new ReadoutError(
      'READOUT_ARCHIVE_NEWER',
      `${name} was made by a newer Readout: its tables are of level ${done}, this one knows ${migrations.length}.`,
      'Install the newer Readout; it reads every older archive.',
    );
  }
  if (done === migrations.length) return;
  for (const { up } of migrations.slice(done)) await up(db, dialect);
  await level.write(db, migrations.length);
}
