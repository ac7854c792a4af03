import type { Kysely } from 'kysely';
import { hashOf } from './ids.ts';
import { pack, packBy, unpack, unpackBy } from './pack.ts';
import { textOf } from './reading.ts';
import type { Tables } from './tables.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Keeps bytes as they came. @param document one that was read in them: mostly they hold its text, and need little room beside it */
export async function keepOriginal(trx: Kysely<Tables>, bytes: Uint8Array, document: number): Promise<void> {
  const sha = hashOf(bytes);
  if (await isSound(trx, sha)) return;
  const alone = pack(bytes);
  const beside = packBy(bytes, bytesOf(await textOf(trx, document)));
  const row = beside.length < alone.length ? { packed: beside, by: document } : { packed: alone, by: null };
  await trx
    .insertInto('originals')
    .values({ sha, size: bytes.length, ...row })
    // One that is damaged is mended by the same bytes.
    .onConflict((conflict) => conflict.column('sha').doUpdateSet({ ...row, size: bytes.length }))
    .execute();
}

async function isSound(db: Kysely<Tables>, sha: string): Promise<boolean> {
  try {
    const bytes = await originalOf(db, sha);
    return bytes !== null && hashOf(bytes) === sha;
  } catch {
    return false;
  }
}

/** Forgets bytes that no printing belongs to any more. */
export async function dropOriginal(trx: Kysely<Tables>, sha: string): Promise<void> {
  const used = await trx.selectFrom('printings').select('id').where('original', '=', sha).limit(1).executeTakeFirst();
  if (used === undefined) await trx.deleteFrom('originals').where('sha', '=', sha).execute();
}

/** The bytes as they came; null where there are none of this hash. @throws when they are damaged */
export async function originalOf(db: Kysely<Tables>, sha: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('originals').select(['packed', 'by']).where('sha', '=', sha).executeTakeFirst();
  if (row === undefined) return null;
  return row.by === null ? unpack(row.packed) : unpackBy(row.packed, bytesOf(await textOf(db, row.by)));
}
