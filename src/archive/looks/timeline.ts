import { grouped } from '../../people/grouped.ts';
import type { Driver } from '../driver.ts';
import { itemsOf } from '../find.ts';
import type { Item, Query } from '../query.ts';
import { distinct, partsOf, type Seen, seen } from './load.ts';

/** One event as all articles tell it: of one day and type, with the same actors and recipients. */
export interface Moment {
  /** As exact as the texts allow. */
  readonly date: string;
  readonly type: string;
  readonly negated: boolean;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly documents: number;
  /** Independent origins: near copies of an article are one. */
  readonly origins: number;
  readonly outlets: readonly string[];
  /** The record that was printed first. */
  readonly lead: Item;
  readonly records: readonly string[];
}

export interface Timeline {
  readonly moments: readonly Moment[];
  /** How many there are in all. */
  readonly all: number;
}

const USUAL = 50;
const ids = (some: ReturnType<typeof partsOf>): string =>
  some
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** What nobody is named in may be anything: it is alone. */
function keyOf(event: Seen): string {
  const [actors, recipients] = [partsOf(event, 'a'), partsOf(event, 'r')];
  const sure =
    event.date !== '' && actors.length + recipients.length > 0 && [...actors, ...recipients].every(({ kind }) => kind !== 'unnamed');
  return sure ? `${event.date} ${event.type} ${event.negated} ${ids(actors)} > ${ids(recipients)}` : event.id;
}

/** The earliest printed first; of one day by hash; what has no day last. */
export function byPrinting(a: Pick<Seen, 'published' | 'id'>, b: Pick<Seen, 'published' | 'id'>): number {
  const [x, y] = [a.published ?? '~', b.published ?? '~'];
  return x !== y ? (x < y ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export const firstPrinted = <Thing extends Pick<Seen, 'published' | 'id'>>(some: readonly Thing[]): Thing | undefined =>
  [...some].sort(byPrinting)[0];

/** What happened, day by day; the oldest first, what has no day left out. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function timeline(driver: Driver, query: Query): Promise<Timeline> {
  const dated = (await seen(driver, { ...query, sort: 'event' })).filter(({ date }) => date !== '');
  const moments = [...grouped(dated, keyOf).values()];
  const shown: Moment[] = [];
  for (const some of moments.slice(0, query.limit ?? USUAL)) {
    const lead = firstPrinted(some);
    const [item] = lead === undefined ? [] : await itemsOf(driver, [lead]);
    if (lead === undefined || item === undefined) continue;
    shown.push({
      date: lead.date,
      type: lead.type ?? '',
      negated: lead.negated,
      actors: partsOf(lead, 'a').map(({ name }) => name),
      recipients: partsOf(lead, 'r').map(({ name }) => name),
      documents: distinct(some, ({ document }) => document),
      origins: distinct(some, ({ story }) => story),
      outlets: [...new Set(some.flatMap(({ outlet }) => outlet ?? []))].sort(),
      lead: item,
      records: some.map(({ id }) => id),
    });
  }
  return { moments: shown, all: moments.length };
}
