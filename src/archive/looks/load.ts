import type { SelectQueryBuilder } from 'kysely';
import { grouped } from '../../people/grouped.ts';
import type { Driver } from '../driver.ts';
import { matching } from '../find.ts';
import { recordId } from '../ids.ts';
import { chunks } from '../people/batch.ts';
import { personId } from '../people/person.ts';
import { refreshPeople } from '../people/refresh.ts';
import type { Query } from '../query.ts';
import type { PartLetter, Tables } from '../tables.ts';

/** Somebody with a part in a record: over all documents where linked, else the actor of the one document. */
export interface Somebody {
  readonly part: PartLetter;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly country: string | null;
}

/** A quotation or event as the looks over the whole archive need it: without its text. */
export interface Seen {
  readonly id: string;
  readonly document: number;
  readonly local: string;
  readonly sha: string;
  readonly story: string;
  readonly outlet: string | null;
  readonly published: string | null;
  /** The day, as exact as known; empty where none is. */
  readonly date: string;
  /** direct, indirect, mixed; null for an event. */
  readonly kind: string | null;
  readonly type: string | null;
  readonly quad: number | null;
  readonly hedged: boolean;
  readonly negated: boolean;
  readonly parts: readonly Somebody[];
}

/** Everything that a query asks for, oldest first. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function seen(driver: Driver, query: Query): Promise<readonly Seen[]> {
  await refreshPeople(driver);
  const found = await matching(driver, query);
  return found === null ? [] : load(driver, found.select('records.id'));
}

/** Records by the store's own numbers, oldest first. */
export async function seenBy(driver: Driver, records: readonly number[]): Promise<readonly Seen[]> {
  await refreshPeople(driver);
  const all: Seen[] = [];
  for (const some of chunks(records)) {
    const found = driver.db.selectFrom('records').where('records.id', 'in', some);
    all.push(...(await load(driver, found.select('records.id'))));
  }
  return all;
}

type Numbers = SelectQueryBuilder<Tables, 'records', { id: number }>;

async function load(driver: Driver, numbers: Numbers): Promise<readonly Seen[]> {
  const rows = await driver.db
    .selectFrom('records')
    .innerJoin('documents', 'documents.id', 'records.document')
    .select(['records.id', 'records.document', 'records.local', 'records.date', 'records.kind', 'records.type', 'records.quad'])
    .select(['records.hedged', 'records.negated', 'documents.sha', 'documents.story', 'documents.outlet', 'documents.published'])
    .where('records.id', 'in', numbers)
    .orderBy('records.date')
    .orderBy('records.code')
    .orderBy('records.seq')
    .execute();
  const parts = await driver.db
    .selectFrom('parts')
    .innerJoin('actors', 'actors.id', 'parts.actor')
    .leftJoin('links', 'links.actor', 'actors.id')
    .leftJoin('people', 'people.id', 'links.person')
    .leftJoin('people as root', (join) => join.on((eb) => eb('root.id', '=', eb.fn.coalesce('people.into', 'people.id'))))
    .select(['parts.record', 'parts.part', 'actors.local', 'actors.name', 'actors.kind', 'actors.role', 'actors.country'])
    .select(['root.code', 'root.name as personName', 'root.kind as personKind', 'root.role as personRole', 'root.country as personCountry'])
    .where('parts.record', 'in', numbers)
    .orderBy('parts.record')
    .orderBy('parts.part')
    .orderBy('parts.seq')
    .execute();
  const byRecord = grouped(parts, ({ record }) => record);
  return rows.map(({ id, hedged, negated, ...row }) => ({
    ...row,
    id: recordId(row.sha, row.local),
    hedged: hedged === 1,
    negated: negated === 1,
    parts: (byRecord.get(id) ?? []).map((part): Somebody => {
      const { code, local, name, kind, role, country } = part;
      const linked = { name: part.personName ?? name, kind: part.personKind ?? kind, role: part.personRole, country: part.personCountry };
      return code === null
        ? { part: part.part, id: recordId(row.sha, local), name, kind, role, country }
        : { part: part.part, id: personId(code), ...linked };
    }),
  }));
}

export const partsOf = ({ parts }: Seen, ...letters: readonly PartLetter[]): readonly Somebody[] =>
  parts.filter(({ part }) => letters.includes(part));

/** How many different values there are. */
export const distinct = <Thing>(things: readonly Thing[], of: (thing: Thing) => unknown): number =>
  new Set(things.map(of).filter((value) => value !== null)).size;
