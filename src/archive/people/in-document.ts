import type { Driver } from '../driver.ts';
import { shaOf } from '../ids.ts';
import { type Person, personId } from './person.ts';
import { refreshPeople } from './refresh.ts';

/** Somebody over all documents, without how many they are. */
export type Identity = Pick<Person, 'id' | 'name' | 'kind' | 'role' | 'country'>;

/** Who the actors of a document are, by their ids in its reading; those that are nobody known are left out. */
export async function peopleIn(driver: Driver, document: string): Promise<ReadonlyMap<string, Identity>> {
  await refreshPeople(driver);
  const rows = await driver.db
    .selectFrom('documents')
    .innerJoin('actors', 'actors.document', 'documents.id')
    .innerJoin('links', 'links.actor', 'actors.id')
    .innerJoin('people', 'people.id', 'links.person')
    .innerJoin('people as root', (join) => join.on((eb) => eb('root.id', '=', eb.fn.coalesce('people.into', 'people.id'))))
    .select(['actors.local', 'root.code', 'root.name', 'root.kind', 'root.role', 'root.country'])
    .where('documents.sha', '=', shaOf(document))
    .execute();
  return new Map(rows.map(({ local, code, name, kind, role, country }) => [local, { id: personId(code), name, kind, role, country }]));
}
