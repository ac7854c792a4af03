import { grouped } from '../../people/grouped.ts';
import type { Verdict } from './sample.ts';
import { wilson } from './wilson.ts';

/** How much of what was drawn is right. */
export interface Estimate {
  readonly drawn: number;
  readonly right: number;
  readonly wrong: number;
  readonly unsure: number;
  /** Right of those that are right or wrong, each with what it stands for; null before the first verdict. */
  readonly precision: number | null;
  /** In 95 of 100 drawings the true value lies between. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Group extends Estimate {
  readonly value: string;
}

/** The trust card: all, quotations and events, each kind and type, each outlet. */
export interface Card {
  readonly all: Estimate;
  readonly sorts: readonly Group[];
  readonly types: readonly Group[];
  /** An outlet that is not told is an empty text. */
  readonly outlets: readonly Group[];
  /** The engines whose readings were judged. */
  readonly engines: readonly string[];
}

/** What of a drawn record the card needs. */
export interface Judged {
  readonly sort: string;
  readonly type: string;
  readonly outlet: string | null;
  readonly engine: string;
  readonly weight: number;
  readonly verdict: Verdict | null;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Records of unequal weight are worth fewer cases: Kish's effective size, the square of the sum over the sum of squares. */
export function estimate(drawn: readonly Judged[]): Estimate {
  const count = (wanted: Verdict) => drawn.filter(({ verdict }) => verdict === wanted).length;
  const counts = { drawn: drawn.length, right: count('right'), wrong: count('wrong'), unsure: count('unsure') };
  const told = drawn.filter(({ verdict }) => verdict === 'right' || verdict === 'wrong');
  if (told.length === 0) return { ...counts, precision: null, low: null, high: null };
  const sum = (some: readonly Judged[], of: (one: Judged) => number) => some.reduce((all, one) => all + of(one), 0);
  const weight = sum(told, (one) => one.weight);
  const right = told.filter(({ verdict }) => verdict === 'right');
  const share = right.length === told.length ? 1 : sum(right, (one) => one.weight) / weight;
  const [low, high] = wilson(share, (weight * weight) / sum(told, (one) => one.weight * one.weight));
  return { ...counts, precision: round(share), low: round(low), high: round(high) };
}

/** The largest groups first, of equals in the order of the alphabet. */
const groups = (drawn: readonly Judged[], of: (one: Judged) => string): readonly Group[] =>
  [...grouped(drawn, of)]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([value, some]) => ({ value, ...estimate(some) }));

export const cardOf = (drawn: readonly Judged[]): Card => ({
  all: estimate(drawn),
  sorts: groups(drawn, ({ sort }) => sort),
  types: groups(drawn, ({ type }) => type),
  outlets: groups(drawn, ({ outlet }) => outlet ?? ''),
  engines: [...new Set(drawn.map(({ engine }) => engine))].sort(),
});
