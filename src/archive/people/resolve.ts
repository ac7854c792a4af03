import type { Kysely } from 'kysely';
import type { ActorAt } from '../corrections/correction.ts';
import { actorAtIn } from '../corrections/place.ts';
import { shaOf } from '../ids.ts';
import { readingOf } from '../reading.ts';
import type { Tables } from '../tables.ts';

/** The row of the actor that a correction names; null where the document is not here, or as read now has no such actor in any record. */
export async function actorRow(db: Kysely<Tables>, { document, mention, name }: ActorAt): Promise<number | null> {
  const there = await db.selectFrom('documents').select('id').where('sha', '=', shaOf(document)).executeTakeFirst();
  if (there === undefined) return null;
  const actor = actorAtIn(await readingOf(db, there.id), mention, name);
  if (actor === null) return null;
  const row = await db.selectFrom('actors').select('id').where('document', '=', there.id).where('local', '=', actor.id).executeTakeFirst();
  return row?.id ?? null;
}

/** The first of several that can be found. */
export async function firstRow(db: Kysely<Tables>, actors: readonly ActorAt[]): Promise<number | null> {
  for (const actor of actors) {
    const row = await actorRow(db, actor);
    if (row !== null) return row;
  }
  return null;
}
