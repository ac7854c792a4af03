import type { Driver } from '../driver.ts';
import { chunks, codeOf, groupsOf } from '../people/batch.ts';
import { refreshIn } from '../people/refresh.ts';
import type { Check } from './check.ts';

/** Links everything again. */
async function again(driver: Driver): Promise<void> {
  await driver.write(async (trx) => {
    await trx.updateTable('blocks').set({ stale: 1 }).execute();
    await refreshIn(trx);
  });
}

/** Every link that is not a correction's is one that the rules make of what is kept, and none is missing. */
export const peopleCheck: Check = {
  name: 'people',
  async *look(driver) {
    const blocks = await driver.db.selectFrom('blocks').select(['id', 'key']).where('stale', '=', 0).orderBy('key').execute();
    for (const some of chunks(blocks)) {
      const should = await groupsOf(driver.db, some);
      const is = await driver.db
        .selectFrom('links')
        .leftJoin('people', 'people.id', 'links.person')
        .select(['links.block', 'links.actor', 'links.rule', 'people.code'])
        .where(
          'links.block',
          'in',
          some.map(({ id }) => id),
        )
        .execute();
      const found = new Map(is.map(({ actor, rule, code }) => [actor, `${code} ${rule}`]));
      for (const [block, groups] of should) {
        const wanted = new Map(
          groups.flatMap(({ signature, members }) =>
            members.map(({ appearance, rule }) => [appearance.row, `${codeOf(signature)} ${rule}`] as const),
          ),
        );
        const wrong = is.some(
          (link) => link.block === block.id && link.rule !== 'x' && found.get(link.actor) !== (wanted.get(link.actor) ?? 'null null'),
        );
        if (wrong) return yield { about: block.key, message: 'The people are not those of the documents.', mend: () => again(driver) };
      }
    }
  },
};
