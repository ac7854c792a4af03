import type { Kysely } from 'kysely';
import { ReadoutError } from '../../error.ts';
import { rules } from '../../people/appearance.ts';
import type { Driver } from '../driver.ts';
import { documentId, recordId } from '../ids.ts';
import type { Tables } from '../tables.ts';
import { terms } from '../terms.ts';
import { type LinkView, type PeopleQuery, type Person, type PersonView, personId } from './person.ts';
import { refreshPeople } from './refresh.ts';

const USUAL = 20;
const MOST = 10_000;

/** Everybody who has part in anything, with whom they were merged into counted for one. */
function counted(db: Kysely<Tables>) {
  return db
    .selectFrom('links')
    .innerJoin('people', 'people.id', 'links.person')
    .innerJoin('people as root', (join) => join.on((eb) => eb('root.id', '=', eb.fn.coalesce('people.into', 'people.id'))))
    .innerJoin('actors', 'actors.id', 'links.actor')
    .innerJoin('documents', 'documents.id', 'actors.document')
    .select((eb) => [
      'root.id',
      'root.code',
      'root.name',
      'root.kind',
      'root.role',
      'root.country',
      eb.fn.count<number | string>('documents.id').distinct().as('documents'),
      eb.fn.count<number | string>('documents.story').distinct().as('stories'),
    ])
    .groupBy(['root.id', 'root.code', 'root.name', 'root.kind', 'root.role', 'root.country']);
}

type Counted = Awaited<ReturnType<ReturnType<typeof counted>['execute']>>[number];

const personOf = ({ code, name, kind, role, country, documents, stories }: Counted): Person => ({
  id: personId(code),
  ...{ name, kind, role, country },
  documents: Number(documents),
  stories: Number(stories),
});

/** The people of an archive, those in most documents first. */
export async function people(driver: Driver, { name, kind, limit = USUAL }: PeopleQuery): Promise<readonly Person[]> {
  await refreshPeople(driver);
  const wanted = name === undefined ? [] : terms(name);
  const rows = await counted(driver.db).execute();
  return rows
    .map(personOf)
    .filter((one) => kind === undefined || one.kind === kind)
    .filter((one) => wanted.length === 0 || wanted.every((term) => terms(one.name).includes(term)))
    .sort((a, b) => b.documents - a.documents || (a.name !== b.name ? (a.name < b.name ? -1 : 1) : a.id < b.id ? -1 : 1))
    .slice(0, Math.min(limit, MOST));
}

/** @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export function noSuchPerson(ref: string, candidates: readonly { readonly code: string; readonly name: string }[] = []): ReadoutError {
  return new ReadoutError(
    'READOUT_PERSON_NOT_FOUND',
    candidates.length === 0 ? `Nobody in this archive is “${ref}”.` : `“${ref}” may be any of several.`,
    candidates.length === 0
      ? 'readout people prints ids; an actor of a document is named as 1f0c22ab9e01:a3.'
      : `Take one of ${candidates
          .slice(0, 5)
          .map(({ code, name }) => `${personId(code)} (${name})`)
          .join(', ')}.`,
  );
}

/** The row of a person by id (or its first digits) or whole name; of whom it was merged into. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function personRow(db: Kysely<Tables>, ref: string): Promise<number> {
  const digits = /^who:([0-9a-f]{4,14})$/.exec(ref)?.[1];
  const found = await db
    .selectFrom('people')
    .select(['id', 'code', 'name', 'into'])
    .$if(digits !== undefined, (all) => all.where('code', '>=', digits ?? '').where('code', '<=', `${digits}g`))
    .$if(digits === undefined, (all) => all.where('name', '=', ref).where('into', 'is', null))
    .orderBy('code')
    .limit(6)
    .execute();
  const [first] = found;
  if (first === undefined || found.length > 1) throw noSuchPerson(ref, found);
  return first.into ?? first.id;
}

/** The actors of a person, by documents. */
export const actorsOfPerson = (db: Kysely<Tables>, person: number) =>
  db
    .selectFrom('links')
    .innerJoin('people', 'people.id', 'links.person')
    .innerJoin('actors', 'actors.id', 'links.actor')
    .innerJoin('documents', 'documents.id', 'actors.document')
    .select([
      'links.rule',
      'actors.id as row',
      'actors.local',
      'actors.name',
      'actors.role',
      'actors.country',
      'documents.sha',
      'documents.title',
      'documents.outlet',
      'documents.published',
    ])
    .where((eb) => eb.or([eb('people.id', '=', person), eb('people.into', '=', person)]))
    .orderBy('documents.sha')
    .orderBy('actors.local')
    .execute();

/** Somebody with every actor that is taken for the person, and why. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function person(driver: Driver, ref: string): Promise<PersonView> {
  await refreshPeople(driver);
  const row = await personRow(driver.db, ref);
  const found = await counted(driver.db).where('root.id', '=', row).executeTakeFirst();
  if (found === undefined) throw noSuchPerson(ref);
  const links = (await actorsOfPerson(driver.db, row)).map(
    ({ rule, local, name, role, country, sha, title, outlet, published }): LinkView => ({
      actor: recordId(sha, local),
      ...{ name, role, country },
      document: { id: documentId(sha), title, outlet, published },
      reason: rules[(rule ?? 'x') as keyof typeof rules] ?? '',
    }),
  );
  return { ...personOf(found), links };
}
