import { type RawBuilder, sql } from 'kysely';
import type { Driver } from './driver.ts';
import { matching } from './find.ts';
import { personId } from './people/person.ts';
import { refreshPeople } from './people/refresh.ts';
import type { Query } from './query.ts';

/** What a search can be narrowed by: the value as the query takes it, and how many of what is found have it. */
export interface Facet {
  readonly value: string;
  /** For a person: a name where the value is an id. */
  readonly label: string;
  readonly count: number;
}

export const facetNames = [
  'record',
  'kind',
  'type',
  'hedged',
  'negated',
  'year',
  'country',
  'outlet',
  'speaker',
  'actor',
  'recipient',
] as const;
export type FacetName = (typeof facetNames)[number];
export type Facets = Readonly<Record<FacetName, readonly Facet[]>>;

/** Values of a facet that has many: the most frequent. */
const MOST = 20;

interface Counted {
  readonly facet: string;
  readonly value: string;
  readonly label: string;
  readonly count: number | string;
}

/** The columns of records that are facets are few and have few values: their combinations are counted, and added up here. */
const columns = ['kind', 'type', 'hedged', 'negated', 'country', 'year'] as const;
type Combination = Readonly<Record<(typeof columns)[number], string>>;

/** No value has one. */
const BETWEEN = '|';

/**
 * All in one statement, so that what is found is looked for once: combinations; outlets; and people, over all documents where linked. Who is
 * not has no id to ask by, and counts by name. `cross join` keeps SQLite from going through the parts of all records for a few.
 */
const counts = (hits: RawBuilder<unknown>): RawBuilder<Counted> =>
  sql`with hits as materialized ${hits},
    combined as (
      select kind, type, hedged, negated, country, year, count(*) as count from hits group by kind, type, hedged, negated, country, year
    )
    select 'columns' as facet, ${sql.join(
      columns.map((column) => sql`coalesce(cast(${sql.ref(column)} as text), '')`),
      sql` || ${sql.lit(BETWEEN)} || `,
    )} as value, '' as label, count from combined
    union all
    select 'outlet' as facet, documents.outlet as value, documents.outlet as label, sum(each_one.count) as count
      from (select document, count(*) as count from hits group by document) as each_one
      cross join documents where documents.id = each_one.document and documents.outlet is not null group by documents.outlet
    union all
    select parts.part as facet, coalesce(root.code, actors.name) as value, coalesce(max(root.name), max(actors.name)) as label,
        count(distinct parts.record) as count
      from hits
      cross join parts
      cross join actors
      left join links on links.actor = actors.id
      left join people on people.id = links.person
      left join people as root on root.id = coalesce(${sql.ref('people.into')}, people.id)
      where parts.record = hits.id and parts.part in ('s', 'a', 'r') and actors.id = parts.actor and actors.kind <> 'unnamed'
      group by parts.part, coalesce(root.code, actors.name)`;

const parts: Readonly<Record<string, FacetName>> = { s: 'speaker', a: 'actor', r: 'recipient' };
const isCode = (value: string): boolean => /^[0-9a-f]{14}$/.test(value);

function valuesOf(combined: string): Readonly<Partial<Record<FacetName, string>>> {
  const values = combined.split(BETWEEN);
  const { kind, type, hedged, negated, country, year } = Object.fromEntries(
    columns.map((name, i) => [name, values[i] ?? '']),
  ) as Combination;
  return {
    record: kind === '' ? 'event' : 'quotation',
    ...{ kind, type, country, year },
    hedged: String(hedged === '1'),
    negated: String(negated === '1'),
  };
}

/** Counts of everything that a query finds, whatever page is shown. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function facets(driver: Driver, query: Query): Promise<Facets> {
  await refreshPeople(driver);
  const found = await matching(driver, query);
  const counted = Object.fromEntries(facetNames.map((name) => [name, new Map<string, Facet>()])) as Record<FacetName, Map<string, Facet>>;
  const add = (name: FacetName, value: string, label: string, count: number) =>
    counted[name].set(value, { value, label, count: count + (counted[name].get(value)?.count ?? 0) });
  if (found !== null) {
    const own = ['records.id', 'records.document', 'records.kind', 'records.type', 'records.hedged', 'records.negated'] as const;
    const year = sql<string | null>`nullif(substr(records.date, 1, 4), '')`.as('year');
    const hits = sql`${found.select([...own, 'records.country', year])}`;
    for (const { facet, value, label, count } of (await counts(hits).execute(driver.db)).rows) {
      const part = parts[facet];
      if (part !== undefined) add(part, isCode(value) ? personId(value) : value, label, Number(count));
      else if (facet === 'outlet') add('outlet', value, label, Number(count));
      else for (const [name, one] of Object.entries(valuesOf(value))) if (one !== '') add(name as FacetName, one, one, Number(count));
    }
  }
  const order = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1);
  const most = (name: FacetName) => [...counted[name].values()].sort(order).slice(0, MOST);
  return Object.fromEntries(facetNames.map((name) => [name, most(name)])) as unknown as Facets;
}
