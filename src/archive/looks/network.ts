import { grouped } from '../../people/grouped.ts';
import type { Driver } from '../driver.ts';
import type { Query } from '../query.ts';
import { distinct, partsOf, type Seen, type Somebody, seen } from './load.ts';

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  /** Events that it acts in, and that it receives. */
  readonly acts: number;
  readonly receives: number;
}

/** What one does to another. */
export interface Edge {
  readonly actor: string;
  readonly recipient: string;
  readonly events: number;
  readonly negated: number;
  /** Verbal cooperation, material cooperation, verbal conflict, material conflict. */
  readonly quads: readonly [number, number, number, number];
  readonly types: Readonly<Record<string, number>>;
  readonly documents: number;
  /** Independent origins: near copies of an article are one. */
  readonly origins: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Some of the events, the oldest first. */
  readonly records: readonly string[];
}

export interface Network {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** How many edges there are in all. */
  readonly all: number;
}

interface Act {
  readonly event: Seen;
  readonly actor: Somebody;
  readonly recipient: Somebody;
}

const USUAL = 50;
const SHOWN = 5;

/** Anonymous actors are no nodes: "officials" here are not "officials" there. */
const named = (some: readonly Somebody[]): readonly Somebody[] => some.filter(({ kind }) => kind !== 'unnamed');

const actsOf = (event: Seen): readonly Act[] =>
  named(partsOf(event, 'a')).flatMap((actor) =>
    named(partsOf(event, 'r')).flatMap((recipient) => (actor.id === recipient.id ? [] : [{ event, actor, recipient }])),
  );

function edgeOf(acts: readonly Act[]): readonly Edge[] {
  const [first] = acts;
  if (first === undefined) return [];
  const events = acts.map(({ event }) => event);
  const dates = events.flatMap(({ date }) => (date === '' ? [] : [date])).sort();
  const quads = ([1, 2, 3, 4] as const).map((quad) => events.filter((event) => event.quad === quad).length);
  const types = [...grouped(events, ({ type }) => type ?? '')].map(([type, some]) => [type, some.length] as const);
  return [
    {
      actor: first.actor.id,
      recipient: first.recipient.id,
      events: events.length,
      negated: events.filter(({ negated }) => negated).length,
      quads: quads as [number, number, number, number],
      types: Object.fromEntries(types.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))),
      documents: distinct(events, ({ document }) => document),
      origins: distinct(events, ({ story }) => story),
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
      records: events.slice(0, SHOWN).map(({ id }) => id),
    },
  ];
}

/** Who did what to whom, over all documents; the edges with the most independent origins first. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function network(driver: Driver, query: Query): Promise<Network> {
  const acts = (await seen(driver, { ...query, sort: 'event' })).flatMap(actsOf);
  const edges = [...grouped(acts, ({ actor, recipient }) => `${actor.id} ${recipient.id}`).values()]
    .flatMap(edgeOf)
    .sort((a, b) => b.origins - a.origins || b.events - a.events || (`${a.actor} ${a.recipient}` < `${b.actor} ${b.recipient}` ? -1 : 1));
  const shown = edges.slice(0, query.limit ?? USUAL);
  const wanted = new Set(shown.flatMap(({ actor, recipient }) => [actor, recipient]));
  const everybody = new Map(acts.flatMap(({ actor, recipient }) => [actor, recipient]).map((one) => [one.id, one]));
  const nodes = [...everybody.values()]
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name, kind, country }) => ({
      ...{ id, name, kind, country },
      acts: distinct(acts, ({ actor, event }) => (actor.id === id ? event.id : null)),
      receives: distinct(acts, ({ recipient, event }) => (recipient.id === id ? event.id : null)),
    }))
    .sort((a, b) => b.acts + b.receives - a.acts - a.receives || (a.id < b.id ? -1 : 1));
  return { nodes, edges: shown, all: edges.length };
}
