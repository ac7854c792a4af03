import { grouped } from '../../people/grouped.ts';
import type { Driver } from '../driver.ts';
import { matching } from '../find.ts';
import { recordId } from '../ids.ts';
import type { Query } from '../query.ts';
import { distinct } from './load.ts';

/** Where something happened. */
export interface PlaceSeen {
  /** As most articles call it. */
  readonly name: string;
  readonly geonames: number | null;
  readonly lat: number;
  readonly lon: number;
  /** Two letters. */
  readonly country: string | null;
  readonly events: number;
  readonly negated: number;
  /** Verbal cooperation, material cooperation, verbal conflict, material conflict. */
  readonly quads: readonly [number, number, number, number];
  readonly documents: number;
  /** Independent origins: near copies of an article are one. */
  readonly origins: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Some of the events, the oldest first. */
  readonly records: readonly string[];
}

export interface Places {
  /** Those with the most events first. */
  readonly places: readonly PlaceSeen[];
  readonly all: number;
  /** Events whose place is not told, or has no coordinates. */
  readonly nowhere: number;
}

const USUAL = 200;
const SHOWN = 5;

interface At {
  readonly lat: number | null;
  readonly lon: number | null;
}
const pointOf = ({ lat, lon }: At): string => `${lat} ${lon}`;

/** The name that most use, of equals the first in the alphabet; with its number in GeoNames. */
function called(some: readonly { readonly name: string; readonly geonames: number | null }[]) {
  const [best] = [...grouped(some, ({ name }) => name)].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return { name: best?.[0] ?? '', geonames: best?.[1].find(({ geonames }) => geonames !== null)?.geonames ?? null };
}

/** Where it happened, over all documents. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function places(driver: Driver, query: Query): Promise<Places> {
  const found = await matching(driver, { ...query, sort: 'event' });
  if (found === null) return { places: [], all: 0, nowhere: 0 };
  const rows = await driver.db
    .selectFrom('records')
    .innerJoin('documents', 'documents.id', 'records.document')
    .select(['records.document', 'records.local', 'records.date', 'records.quad', 'records.negated', 'records.country'])
    .select(['records.lat', 'records.lon', 'documents.sha', 'documents.story'])
    .where('records.id', 'in', found.select('records.id'))
    .orderBy('records.date')
    .orderBy('records.code')
    .orderBy('records.seq')
    .execute();
  const names = await driver.db
    .selectFrom('places')
    .select(['name', 'geonames', 'lat', 'lon'])
    .where('document', 'in', found.select('records.document'))
    .where('lat', 'is not', null)
    .orderBy('document')
    .orderBy('local')
    .execute();
  const byPoint = grouped(names, pointOf);
  const placed = grouped(
    rows.filter(({ lat, lon }) => lat !== null && lon !== null),
    pointOf,
  );
  const all = [...placed].flatMap(([point, events]): readonly PlaceSeen[] => {
    const [one] = events;
    if (one?.lat == null || one.lon == null) return [];
    const dates = events.flatMap(({ date }) => (date === '' ? [] : [date]));
    const quads = ([1, 2, 3, 4] as const).map((quad) => events.filter((event) => event.quad === quad).length);
    return [
      {
        ...called(byPoint.get(point) ?? []),
        ...{ lat: one.lat, lon: one.lon, country: one.country },
        events: events.length,
        negated: events.filter(({ negated }) => negated === 1).length,
        quads: quads as [number, number, number, number],
        documents: distinct(events, ({ document }) => document),
        origins: distinct(events, ({ story }) => story),
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
        records: events.slice(0, SHOWN).map(({ sha, local }) => recordId(sha, local)),
      },
    ];
  });
  const order = (a: PlaceSeen, b: PlaceSeen) =>
    b.events - a.events || (a.name !== b.name ? (a.name < b.name ? -1 : 1) : a.lat - b.lat || a.lon - b.lon);
  const nowhere = rows.filter(({ lat, lon }) => lat === null || lon === null).length;
  return { places: all.sort(order).slice(0, query.limit ?? USUAL), all: all.length, nowhere };
}
