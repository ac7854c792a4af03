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

/** The columns of records are few and have few values: all their combinations are counted in one go, and added up here. */
interface Combination {
  readonly kind: string | null;
  readonly type: string | null;
  readonly hedged: number;
  readonly negated: number;
  readonly country: string | null;
  readonly year: string | null;
  readonly count: number | string;
}

const combinations = (hits: RawBuilder<unknown>): RawBuilder<Combination> =>
  sql`with hits as materialized ${hits}
    select kind, type, hedged, negated, country, year, count(*) as count from hits group by kind, type, hedged, negated, country, year`;

/** Outlets, and people: over all documents where linked; who is not has no id to ask by, and counts by name. */
const joined = (hits: RawBuilder<unknown>): RawBuilder<Counted> =>
  sql`with hits as materialized ${hits}
    select 'outlet' as facet, documents.outlet as value, documents.outlet as label, sum(each_one.count) as count
      from (select document, count(*) as count from hits group by document) as each_one
      inner join documents on documents.id = each_one.document where documents.outlet is not null group by documents.outlet
    union all
    select parts.part as facet, coalesce(root.code, actors.name) as value, coalesce(max(root.name), max(actors.name)) as label,
        count(distinct parts.record) as count
      from hits
      inner join parts on parts.record = hits.id and parts.part in ('s', 'a', 'r')
      inner join actors on actors.id = parts.actor
      left join links on links.actor = actors.id
      left join people on people.id = links.person
      left join people as root on root.id = coalesce(${sql.ref('people.into')}, people.id)
      where actors.kind <> 'unnamed' group by parts.part, coalesce(root.code, actors.name)`;

const parts: Readonly<Record<string, FacetName>> = { s: 'speaker', a: 'actor', r: 'recipient' };
const isCode = (value: string): boolean => /^[0-9a-f]{14}$/.test(value);

const valuesOf = ({ kind, type, hedged, negated, country, year }: Combination): Readonly<Partial<Record<FacetName, string | null>>> => ({
  record: kind === null ? 'event' : 'quotation',
  ...{ kind, type, country, year },
  hedged: String(hedged === 1),
  negated: String(negated === 1),
});

/** Counts of everything that a query finds, whatever page is shown. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function facets(driver: Driver, query: Query): Promise<Facets> {
  await refreshPeople(driver);
  const found = await matching(driver, query);
  const counted = Object.fromEntries(facetNames.map((name) => [name, new Map<string, Facet>()])) as Record<FacetName, Map<string, Facet>>;
  const add = (name: FacetName, value: string, label: string, count: number) =>
    counted[name].set(value, { value, label, count: count + (counted[name].get(value)?.count ?? 0) });
  if (found !== null) {
    const columns = ['records.id', 'records.document', 'records.kind', 'records.type', 'records.hedged', 'records.negated'] as const;
    const year = sql<string | null>`nullif(substr(records.date, 1, 4), '')`.as('year');
    const hits = sql`${found.select([...columns, 'records.country', year])}`;
    for (const one of (await combinations(hits).execute(driver.db)).rows)
      for (const [name, value] of Object.entries(valuesOf(one)))
        if (value !== null) add(name as FacetName, value, value, Number(one.count));
    for (const { facet, value, label, count } of (await joined(hits).execute(driver.db)).rows) {
      const part = parts[facet];
      if (part === undefined) add('outlet', value, label, Number(count));
      else add(part, isCode(value) ? personId(value) : value, label, Number(count));
    }
  }
  const order = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1);
  const most = (name: FacetName) => [...counted[name].values()].sort(order).slice(0, MOST);
  return Object.fromEntries(facetNames.map((name) => [name, most(name)])) as unknown as Facets;
}
