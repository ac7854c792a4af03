import type { Event, Quotation, Reading } from '../src/reading/schema.ts';
import { calledBy, isActor } from './actor-names.ts';
import { characters, type GoldActor, type GoldArticle, type GoldEvent, type GoldQuotation, type Pair } from './gold.ts';

/** A found record with what the gold says of it. */
export interface JudgedQuotation {
  readonly quotation: Quotation;
  /** The annotator's quotation of which it has half of the characters. */
  readonly gold: GoldQuotation | null;
  /** Whether its speaker is the annotator's; null where it matches nothing. */
  readonly speakerRight: boolean | null;
}

export interface JudgedEvent {
  readonly event: Event;
  readonly gold: GoldEvent | null;
  readonly actorRight: boolean | null;
  readonly recipientRight: boolean | null;
  /** Whether the gold names somebody on whose word it is, and whether the reading has the same, or neither. */
  readonly said: boolean;
  readonly saidByRight: boolean | null;
}

/** One article's reading against its gold, by the rules of ../shared/score/score.py. */
export interface Judged {
  readonly article: GoldArticle;
  readonly reading: Reading;
  readonly quotations: readonly JudgedQuotation[];
  readonly events: readonly JudgedEvent[];
  readonly missedQuotations: readonly GoldQuotation[];
  readonly missedEvents: readonly GoldEvent[];
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const at of a) if (b.has(at)) both++;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

type Weighted = readonly [weight: number, gold: number, found: number];

/** Greedy one-to-one matching by falling weight. */
function assign(weights: readonly Weighted[]): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  const used = new Set<number>();
  for (const [, i, j] of [...weights].sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])) {
    if (out.has(i) || used.has(j)) continue;
    out.set(i, j);
    used.add(j);
  }
  return out;
}

const backwards = (matched: ReadonlyMap<number, number>): ReadonlyMap<number, number> => new Map([...matched].map(([i, j]) => [j, i]));
const pairOf = ({ start, end }: { readonly start: number; readonly end: number }): Pair => [start, end];
const listOf = (value: string | readonly string[] | null): readonly string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : value;

export function judge(article: GoldArticle, reading: Reading): Judged {
  const names = calledBy(reading);
  const actors = new Map(article.actors.map((actor) => [actor.id, actor]));
  const first = (ids: string | readonly string[] | null): GoldActor | null => actors.get(listOf(ids)[0] ?? '') ?? null;
  // PolNeAR counts intents, the guide does not.
  const found = reading.quotations.filter(({ stance }) => stance !== 'intent');
  const theirs = article.quotations.map(({ content }) => characters(content));
  const mine = found.map(({ content }) => characters(content.map(pairOf)));
  const weights = theirs.flatMap((a, i) =>
    mine.flatMap((b, j): Weighted[] => {
      const weight = overlap(a, b);
      return weight >= 0.5 ? [[weight, i, j]] : [];
    }),
  );
  const matched = assign(weights);
  const goldOf = backwards(matched);
  const quotations = found.map((quotation, j): JudgedQuotation => {
    const gold = article.quotations[goldOf.get(j) ?? -1] ?? null;
    const said = quotation.speakers.flatMap((id) => names.get(id) ?? []);
    return { quotation, gold, speakerRight: gold && isActor(first(gold.speaker), said.length > 0 ? said : null) };
  });

  const alike = eventsAlike(actors, names);
  const eventWeights = article.events.flatMap((gold, i) =>
    reading.events.flatMap((event, j): Weighted[] => {
      const weight = alike(gold, event);
      return weight > 0 ? [[weight, i, j]] : [];
    }),
  );
  const matchedEvents = assign(eventWeights);
  const goldEventOf = backwards(matchedEvents);
  const events = reading.events.map((event, j): JudgedEvent => {
    const gold = article.events[goldEventOf.get(j) ?? -1] ?? null;
    if (gold === null) return { event, gold, actorRight: null, recipientRight: null, said: false, saidByRight: null };
    const right = (role: 'actor' | 'recipient'): boolean => {
      if (gold[role].length === 0 && event[role].length === 0) return true;
      return gold[role].some((a) => event[role].some((b) => isActor(actors.get(a) ?? null, names.get(b) ?? null)));
    };
    // Two-sided acts: the order is free.
    const sides = [...event.actor, ...event.recipient].map((id) => names.get(id) ?? null);
    const either =
      ['CONSULT', 'AGREE', 'COOPERATE'].includes(gold.type) &&
      [...gold.actor, ...gold.recipient].every((a) => sides.some((side) => isActor(actors.get(a) ?? null, side)));
    const saidBy = first(gold.said_by);
    return {
      event,
      gold,
      actorRight: right('actor') || either,
      recipientRight: right('recipient') || either,
      said: saidBy !== null,
      saidByRight: isActor(saidBy, event.saidBy === null ? null : (names.get(event.saidBy) ?? null)),
    };
  });
  return {
    article,
    reading,
    quotations,
    events,
    missedQuotations: article.quotations.filter((_, i) => !matched.has(i)),
    missedEvents: article.events.filter((_, i) => !matchedEvents.has(i)),
  };
}

/** 2: the same type and triggers that touch; 1: the same type, near by, and somebody in common; else 0. */
const eventsAlike =
  (actors: ReadonlyMap<string, GoldActor>, names: ReadonlyMap<string, readonly string[]>) =>
  (gold: GoldEvent, event: Event): 0 | 1 | 2 => {
    if (gold.type !== event.type) return 0;
    const [start, end] = gold.trigger;
    const { trigger } = event;
    if (Math.min(end, trigger.end) > Math.max(start, trigger.start)) return 2;
    if (Math.max(start, trigger.start) - Math.min(end, trigger.end) > 120) return 0;
    const shared = (['actor', 'recipient'] as const).some((role) =>
      gold[role].some((a) => event[role].some((b) => isActor(actors.get(a) ?? null, names.get(b) ?? null))),
    );
    return shared ? 1 : 0;
  };
