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

type Counting = RawBuilder<{ facet: string; value: string; label: string; count: number | string }>;

const byColumn = (facet: FacetName, value: string): Counting =>
  sql`select ${sql.lit(facet)} as facet, ${sql.raw(value)} as value, ${sql.raw(value)} as label, count(*) as count
    from hits where ${sql.raw(value)} is not null group by ${sql.raw(value)}`;

const outlets: Counting = sql`select 'outlet' as facet, documents.outlet as value, documents.outlet as label, sum(some.count) as count
  from (select document, count(*) as count from hits group by document) as some
  inner join documents on documents.id = some.document where documents.outlet is not null group by documents.outlet`;

/** A person over all documents where linked; who is not has no id to ask by, and counts by name. */
const byPart = (facet: FacetName, part: string): Counting =>
  sql`select ${sql.lit(facet)} as facet, coalesce(root.code, actors.name) as value, coalesce(max(root.name), max(actors.name)) as label,
      count(distinct parts.record) as count
    from hits
    inner join parts on parts.record = hits.id and parts.part = ${sql.lit(part)}
    inner join actors on actors.id = parts.actor
    left join links on links.actor = actors.id
    left join people on people.id = links.person
    left join people as root on root.id = coalesce(${sql.ref('people.into')}, people.id)
    where actors.kind <> 'unnamed' group by coalesce(root.code, actors.name)`;

const countings: readonly Counting[] = [
  byColumn('record', "case when kind is null then 'event' else 'quotation' end"),
  byColumn('kind', 'kind'),
  byColumn('type', 'type'),
  byColumn('hedged', "case when hedged = 1 then 'true' else 'false' end"),
  byColumn('negated', "case when negated = 1 then 'true' else 'false' end"),
  byColumn('year', 'year'),
  byColumn('country', 'country'),
  outlets,
  byPart('speaker', 's'),
  byPart('actor', 'a'),
  byPart('recipient', 'r'),
];

const people: ReadonlySet<string> = new Set(['speaker', 'actor', 'recipient']);
const isCode = (value: string): boolean => /^[0-9a-f]{14}$/.test(value);

/** Counts of everything that a query finds, whatever page is shown. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function facets(driver: Driver, query: Query): Promise<Facets> {
  await refreshPeople(driver);
  const found = await matching(driver, query);
  const counted = new Map<string, Facet[]>(facetNames.map((name) => [name, []]));
  if (found !== null) {
    const hits = found.select((eb) => [
      ...([
        'records.id',
        'records.document',
        'records.kind',
        'records.type',
        'records.hedged',
        'records.negated',
        'records.country',
      ] as const),
      eb.fn<string | null>('nullif', [eb.fn('substr', ['records.date', sql.lit(1), sql.lit(4)]), sql.lit('')]).as('year'),
    ]);
    const { rows } = await sql<{
      facet: string;
      value: string;
      label: string;
      count: number | string;
    }>`with hits as materialized ${hits} ${sql.join(countings, sql` union all `)}`.execute(driver.db);
    for (const { facet, value, label, count } of rows)
      counted.get(facet)?.push({ value: people.has(facet) && isCode(value) ? personId(value) : value, label, count: Number(count) });
  }
  const order = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1);
  return Object.fromEntries([...counted].map(([name, some]) => [name, some.sort(order).slice(0, MOST)])) as unknown as Facets;
}
