import type { Transaction } from 'kysely';
import { blockOf } from '../../people/link.ts';
import type { Actor } from '../../reading/schema.ts';
import type { Tables } from '../tables.ts';

// People are linked when they are looked at, not while documents come in: here it is only written down what has changed since.

type Trx = Transaction<Tables>;

/** Puts a document's actors under the names that they are compared by. */
export async function addLinks(trx: Trx, actors: readonly (Actor & { readonly row: number })[]): Promise<void> {
  const named = actors.flatMap((actor) => {
    const key = blockOf(actor);
    return key === null ? [] : [{ actor: actor.row, key }];
  });
  if (named.length === 0) return;
  const keys = [...new Set(named.map(({ key }) => key))].sort();
  const blocks = new Map<string, number>();
  for (let at = 0; at < keys.length; at += 500) {
    const some = keys.slice(at, at + 500).map((key) => ({ key, stale: 1 }));
    const made = await trx
      .insertInto('blocks')
      .values(some)
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ stale: 1 }))
      .returning(['id', 'key'])
      .execute();
    for (const { id, key } of made) blocks.set(key, id);
  }
  const links = named.map(({ actor, key }) => ({ actor, block: blocks.get(key) ?? null, person: null, rule: null }));
  for (let at = 0; at < links.length; at += 500)
    await trx
      .insertInto('links')
      .values(links.slice(at, at + 500))
      .execute();
}

/** A document's actors are about to go. */
export const staleLinks = (trx: Trx, document: number): Promise<void> => stale(trx, 'documents.id', document);

/** A story has grown: near copies are evidence. */
export const staleStory = (trx: Trx, story: string): Promise<void> => stale(trx, 'documents.story', story);

/** Marks the blocks of every actor of some documents: the next look links them anew. */
async function stale(trx: Trx, column: 'documents.id' | 'documents.story', value: number | string): Promise<void> {
  await trx
    .updateTable('blocks')
    .set({ stale: 1 })
    .where('id', 'in', (of) =>
      of
        .selectFrom('links')
        .innerJoin('actors', 'actors.id', 'links.actor')
        .innerJoin('documents', 'documents.id', 'actors.document')
        .select('links.block')
        .where(column, '=', value)
        .where('links.block', 'is not', null)
        .$castTo<{ block: number }>(),
    )
    .execute();
}
