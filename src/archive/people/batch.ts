import type { Kysely, Transaction } from 'kysely';
import type { Appearance, Company, Group } from '../../people/appearance.ts';
import { describe } from '../../people/describe.ts';
import { grouped } from '../../people/grouped.ts';
import { blockOf, linkBlock, needsCompany } from '../../people/link.ts';
import { hashOfText } from '../ids.ts';
import type { Tables } from '../tables.ts';

type Trx = Transaction<Tables>;
type Db = Kysely<Tables>;

/** The stores take some 30,000 values in a statement. */
const AT_ONCE = 500;

export function* chunks<Row>(rows: readonly Row[], size = AT_ONCE): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** 56 bits of what tells a person from all others. */
export const codeOf = (signature: string): string => hashOfText(signature).slice(0, 14);

export interface Block {
  readonly id: number;
  readonly key: string;
}

type Placed = Appearance & { readonly block: number };

const appearancesOf = async (trx: Db, blocks: readonly Block[]): Promise<readonly Placed[]> => {
  const rows = await trx
    .selectFrom('links')
    .innerJoin('actors', 'actors.id', 'links.actor')
    .innerJoin('documents', 'documents.id', 'actors.document')
    .select([
      'links.block',
      'actors.id as row',
      'documents.sha as document',
      'documents.story',
      'documents.published',
      'actors.local',
      'actors.name',
      'actors.kind',
      'actors.role',
      'actors.country',
    ])
    .where(
      'links.block',
      'in',
      blocks.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) => ({ ...row, block: row.block ?? 0 }));
};

/** Who else is named in the documents of these appearances. */
async function companyOf(trx: Db, key: string, appearances: readonly Appearance[]): Promise<Company> {
  const names = new Map<string, Set<string>>();
  for (const documents of chunks([...new Set(appearances.map(({ document }) => document))])) {
    const rows = await trx
      .selectFrom('actors')
      .innerJoin('documents', 'documents.id', 'actors.document')
      .select(['documents.sha', 'actors.name', 'actors.kind', 'actors.country'])
      .where('documents.sha', 'in', documents)
      .execute();
    for (const row of rows) {
      const block = blockOf(row);
      // A country is in everybody's company.
      if (block === null || block === key || row.kind === 'country') continue;
      const set = names.get(row.sha) ?? new Set();
      names.set(row.sha, set.add(row.name));
    }
  }
  return ({ document }) => names.get(document) ?? new Set();
}

/** The groups of some blocks, as the rules make them from what is kept. */
export async function groupsOf(trx: Db, blocks: readonly Block[]): Promise<ReadonlyMap<Block, readonly Group[]>> {
  const byBlock = grouped(await appearancesOf(trx, blocks), ({ block }) => block);
  const groups = new Map<Block, readonly Group[]>();
  for (const block of blocks) {
    const appearances = byBlock.get(block.id) ?? [];
    const company = needsCompany(appearances) ? await companyOf(trx, block.key, appearances) : () => new Set<string>();
    groups.set(block, linkBlock(block.key, appearances, company));
  }
  return groups;
}

/** Links the appearances of some blocks again. */
export async function relink(trx: Trx, blocks: readonly Block[]): Promise<void> {
  const ids = blocks.map(({ id }) => id);
  const groups = await groupsOf(trx, blocks);
  await trx.deleteFrom('people').where('block', 'in', ids).execute();
  await trx.updateTable('links').set({ person: null, rule: null }).where('block', 'in', ids).where('rule', 'is not', null).execute();
  const found = [...groups].flatMap(([block, some]) => some.map((group) => ({ block: block.id, group, code: codeOf(group.signature) })));
  const rows = new Map<string, number>();
  for (const some of chunks(found)) {
    const people = some.map(({ block, group, code }) => ({
      code,
      block,
      into: null,
      ...describe(group.members.map((one) => one.appearance)),
    }));
    for (const { id, code } of await trx.insertInto('people').values(people).returning(['id', 'code']).execute()) rows.set(code, id);
  }
  const links = found.flatMap(({ block, group, code }) =>
    group.members.map(({ appearance, rule }) => ({ actor: appearance.row, block, person: rows.get(code) ?? null, rule })),
  );
  for (const some of chunks(links)) {
    await trx
      .deleteFrom('links')
      .where(
        'actor',
        'in',
        some.map(({ actor }) => actor),
      )
      .execute();
    await trx.insertInto('links').values(some).execute();
  }
  await trx.updateTable('blocks').set({ stale: 0 }).where('id', 'in', ids).execute();
}
