import { grouped } from '../../people/grouped.ts';
import type { Driver } from '../driver.ts';
import type { Query } from '../query.ts';
import { distinct, partsOf, type Seen, seen } from './load.ts';

export interface Counts {
  readonly quotations: number;
  /** Of all quotations that were asked for. */
  readonly share: number;
  readonly direct: number;
  readonly indirect: number;
  readonly mixed: number;
}

/** How often somebody is quoted, and how. */
export interface QuotedPerson extends Counts {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly country: string | null;
  readonly denied: number;
  readonly hedged: number;
  readonly documents: number;
  readonly stories: number;
  readonly outlets: number;
}

/** Who gets quoted. */
export interface Quoted extends Counts {
  readonly documents: number;
  /** Speakers without a name: "officials", "a source". */
  readonly anonymous: Counts;
  /** Quotations that nobody is named for. */
  readonly unattributed: Counts;
  /** Those who have a name, most quoted first. */
  readonly named: number;
  readonly people: readonly QuotedPerson[];
}

const USUAL = 20;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function countsOf(some: readonly Seen[], all: number): Counts {
  const count = (kind: string) => some.filter((one) => one.kind === kind).length;
  return {
    quotations: some.length,
    share: all === 0 ? 0 : round(some.length / all),
    direct: count('direct'),
    indirect: count('indirect'),
    mixed: count('mixed'),
  };
}

/** Who gets quoted: share, role, directly or not, without a name. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function quoted(driver: Driver, query: Query): Promise<Quoted> {
  const all = await seen(driver, { ...query, sort: 'quotation' });
  const said = all.flatMap((one) => partsOf(one, 's').map((speaker) => ({ one, speaker })));
  const named = [
    ...grouped(
      said.filter(({ speaker }) => speaker.kind !== 'unnamed'),
      ({ speaker }) => speaker.id,
    ).values(),
  ];
  const people = named.flatMap((some): readonly QuotedPerson[] => {
    const [first] = some;
    if (first === undefined) return [];
    const { id, name, kind, role, country } = first.speaker;
    const quotations = [...new Set(some.map(({ one }) => one))];
    return [
      {
        ...{ id, name, kind, role, country },
        ...countsOf(quotations, all.length),
        denied: quotations.filter(({ negated }) => negated).length,
        hedged: quotations.filter(({ hedged }) => hedged).length,
        documents: distinct(quotations, ({ document }) => document),
        stories: distinct(quotations, ({ story }) => story),
        outlets: distinct(quotations, ({ outlet }) => outlet),
      },
    ];
  });
  const isAnonymous = (one: Seen) => partsOf(one, 's').length > 0 && partsOf(one, 's').every(({ kind }) => kind === 'unnamed');
  return {
    ...countsOf(all, all.length),
    documents: distinct(all, ({ document }) => document),
    anonymous: countsOf(all.filter(isAnonymous), all.length),
    unattributed: countsOf(
      all.filter((one) => partsOf(one, 's').length === 0),
      all.length,
    ),
    named: people.length,
    people: people
      .sort(
        (a, b) =>
          b.quotations - a.quotations || b.stories - a.stories || (a.name !== b.name ? (a.name < b.name ? -1 : 1) : a.id < b.id ? -1 : 1),
      )
      .slice(0, query.limit ?? USUAL),
  };
}
