import type { Transaction } from 'kysely';
import { bandsOf, likeness, NEAR } from './minhash.ts';
import { staleStory } from './people/stale.ts';
import type { Tables } from './tables.ts';

/**
 * Puts a new document among its near copies. Stories are what hangs together by likeness, each named by its least hash, so they come out
 * the same in whatever order the documents came.
 */
export async function joinStory(trx: Transaction<Tables>, document: number): Promise<void> {
  const { signature, story } = await trx
    .selectFrom('documents')
    .select(['signature', 'story'])
    .where('id', '=', document)
    .executeTakeFirstOrThrow();
  if (signature === null) return;
  const bands = bandsOf(signature);
  const near = await trx
    .selectFrom('bands')
    .innerJoin('documents', 'documents.id', 'bands.document')
    .select(['documents.id', 'documents.signature', 'documents.story'])
    .distinct()
    .where('bands.band', 'in', bands)
    .where('documents.id', '<>', document)
    .execute();
  const stories = near
    .filter((other) => other.signature !== null && likeness(signature, other.signature) >= NEAR)
    .map((other) => other.story);
  const all = [...new Set([story, ...stories])].sort();
  const [least = story] = all;
  if (all.length > 1) await trx.updateTable('documents').set({ story: least }).where('story', 'in', all).execute();
  if (all.length > 1) await staleStory(trx, least);
  await trx
    .insertInto('bands')
    .values([...new Set(bands)].map((band) => ({ band, document })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
