import type { Reading, Time } from '../src/reading/schema.ts';
import { characters, type Pair } from './gold.ts';
import type { Counts } from './intervals.ts';
import type { Judged } from './judge.ts';

/** What one article with hand-made gold adds: `q`, `s`, `e` and so on, as eval/figures.ts divides them. */
export function goldCounts({ article, quotations, events }: Judged): Counts {
  const count = (all: readonly unknown[]): number => all.length;
  const matched = quotations.filter(({ gold }) => gold !== null);
  const spoken = matched.filter(({ gold }) => gold?.kind !== 'indirect');
  const told = events.filter(({ gold }) => gold !== null);
  const flags = (['negated', 'hypothetical', 'future', 'historical'] as const).flatMap((flag) =>
    told.map(({ event, gold }) => ({ mine: event[flag], theirs: Boolean(gold?.[flag]) })),
  );
  return {
    'q found': count(quotations),
    'q gold': count(article.quotations),
    'q right': count(matched),
    'q gold direct': count(article.quotations.filter(({ kind }) => kind !== 'indirect')),
    's right': count(matched.filter(({ speakerRight }) => speakerRight)),
    's right direct': count(spoken.filter(({ speakerRight }) => speakerRight)),
    'kind right': count(matched.filter(({ quotation, gold }) => quotation.kind === gold?.kind)),
    'e found': count(events),
    'e gold': count(article.events),
    'e right': count(told),
    'actor right': count(told.filter(({ actorRight }) => actorRight)),
    'recipient right': count(told.filter(({ recipientRight }) => recipientRight)),
    'both right': count(told.filter(({ actorRight, recipientRight }) => actorRight && recipientRight)),
    flags: count(flags),
    'flags right': count(flags.filter(({ mine, theirs }) => mine === theirs)),
    'flags gold': count(flags.filter(({ theirs }) => theirs)),
    'flags found': count(flags.filter(({ mine }) => mine)),
    'flags set right': count(flags.filter(({ mine, theirs }) => mine && theirs)),
    'saidBy right': count(told.filter(({ saidByRight }) => saidByRight)),
    'saidBy set': count(told.filter(({ said }) => said)),
    'saidBy set right': count(told.filter(({ said, saidByRight }) => said && saidByRight)),
  };
}

/** Events of one type. */
export const typeCounts = (type: string, { article, events }: Judged): Counts => ({
  found: events.filter(({ event }) => event.type === type).length,
  gold: article.events.filter((event) => event.type === type).length,
  right: events.filter(({ event, gold }) => gold !== null && event.type === type).length,
});

/** Right, found and gold of two sets of keys. */
const compared = (name: string, mine: ReadonlySet<unknown>, theirs: ReadonlySet<unknown>): Counts => ({
  [`${name} right`]: [...mine].filter((key) => theirs.has(key)).length,
  [`${name} found`]: mine.size,
  [`${name} gold`]: theirs.size,
});

export interface Attributed {
  readonly id: string;
  readonly attributions: readonly Readonly<Record<'source' | 'cue' | 'content', readonly Pair[] | null>>[];
}

/** Exact sources, cues, contents and whole triples, and the characters of contents, as PolNeAR counts them. */
export function attributionCounts({ attributions }: Attributed, { quotations }: Reading): Counts {
  type Span = { readonly start: number; readonly end: number };
  const key = ([start, end]: Pair): string => `${start}-${end}`;
  const ofSpan = ({ start, end }: Span): string => `${start}-${end}`;
  const parts = {
    source: quotations.map(({ source }) => (source ? [ofSpan(source)] : [])),
    cue: quotations.map(({ cue }) => (cue ? [ofSpan(cue)] : [])),
    content: quotations.map(({ content }) => content.map(ofSpan).sort()),
  };
  const names = ['source', 'cue', 'content'] as const;
  const gold = (name: (typeof names)[number]): string[][] => attributions.map((one) => (one[name] ?? []).map(key).sort());
  const whole = (all: readonly string[][][]): Set<string> =>
    new Set(all[0]?.map((_, i) => all.map((part) => part[i]?.join(' ')).join('|')));
  const each = names.map((name) => compared(name, new Set(parts[name].flat()), new Set(gold(name).flat())));
  return Object.assign(
    {},
    ...each,
    compared('triple', whole(names.map((name) => parts[name])), whole(names.map(gold))),
    compared(
      'characters',
      characters(quotations.flatMap(({ content }) => content.map(({ start, end }): Pair => [start, end]))),
      characters(attributions.flatMap(({ content }) => content ?? [])),
    ),
  );
}

export interface Named {
  readonly id: string;
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

export function nameCounts({ names: gold }: Named, { names }: Reading): Counts {
  const key = ({ start, end, type }: { start: number; end: number; type: string }): string => `${start}-${end} ${type}`;
  return compared('names', new Set(names.filter(({ type }) => ['PER', 'ORG', 'LOC'].includes(type)).map(key)), new Set(gold.map(key)));
}

export interface Placed {
  readonly id: string;
  readonly places: readonly {
    readonly start: number;
    readonly end: number;
    readonly geonames?: number | string | null;
    readonly lat?: number | null;
    readonly lon?: number | null;
  }[];
}

/** On a globe of 12,742 km through. */
function kilometres([a, b]: Pair, [c, d]: Pair): number {
  const [la1, lo1, la2, lo2] = [a, b, c, d].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number, number];
  const h = Math.sin((la2 - la1) / 2) ** 2 + Math.cos(la1) * Math.cos(la2) * Math.sin((lo2 - lo1) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function placeCounts({ places: gold }: Placed, { places }: Reading): Counts {
  const mine = new Map(places.map((place) => [`${place.start}-${place.end}`, place]));
  const counts = { 'places right': 0, 'places found': mine.size, 'places gold': gold.length, ids: 0, 'ids right': 0, located: 0, near: 0 };
  for (const { start, end, geonames, lat, lon } of gold) {
    const place = mine.get(`${start}-${end}`);
    if (place === undefined) continue;
    counts['places right']++;
    if (geonames) {
      counts.ids++;
      if (String(place.geonames) === String(geonames)) counts['ids right']++;
    }
    if (lat === undefined || lat === null || lon === undefined || lon === null) continue;
    counts.located++;
    if (place.lat !== null && place.lon !== null && kilometres([place.lat, place.lon], [lat, lon]) <= 161) counts.near++;
  }
  return counts;
}

/** Times that overlap, and of them those with the right value. */
export function timeCounts(gold: readonly Pick<Time, 'start' | 'end' | 'value'>[], found: readonly Time[]): Counts {
  const left = [...found];
  const counts = { 'times right': 0, 'times found': found.length, 'times gold': gold.length, 'values right': 0 };
  for (const time of gold) {
    const index = left.findIndex((each) => each.start < time.end && time.start < each.end);
    const [hit] = index < 0 ? [] : left.splice(index, 1);
    if (hit === undefined) continue;
    counts['times right']++;
    if (hit.value === time.value) counts['values right']++;
  }
  return counts;
}
