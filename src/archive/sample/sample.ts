import type { Item, Query } from '../query.ts';
import type { Card, Estimate } from './card.ts';

export const verdicts = ['right', 'wrong', 'unsure'] as const;
/** Whether a record is right: its words are what it says they are, and everything else that it tells of them is so. */
export type Verdict = (typeof verdicts)[number];

/** What a drawing can be spread over, so that what is rare is drawn as well. */
export const strata = ['type', 'outlet'] as const;
export type Stratum = (typeof strata)[number];

/** What is drawn: so many of the records that a query finds, the same ones for the same seed. */
export interface SampleAsked {
  readonly size: number;
  readonly seed: string;
  /** As many of each type or outlet, as far as there are so many; null draws from all alike. */
  readonly by: Stratum | null;
  /** What is drawn from; without a limit and a cursor. */
  readonly query: Query;
}

/** A record that was drawn. */
export interface Sampled {
  /** From 1, in the order in which they are judged. */
  readonly n: number;
  /** Its id when it was drawn. */
  readonly record: string;
  /** The kind of a quotation, the type of an event. */
  readonly type: string;
  readonly outlet: string | null;
  /** How many records it stands for. */
  readonly weight: number;
  readonly verdict: Verdict | null;
  readonly note: string | null;
  /** As it is read now; null where it is not read any more. */
  readonly item: Item | null;
}

/** A drawing without its records. */
export interface SampleHead {
  readonly id: number;
  readonly asked: SampleAsked;
  /** ISO time. */
  readonly made: string;
  readonly all: Estimate;
}

export interface Sample extends Omit<SampleHead, 'all'> {
  readonly items: readonly Sampled[];
  readonly card: Card;
}

/** A person's word on one drawn record, by its place in the sample or its id; a verdict of null takes it back. */
export interface Judgement {
  readonly n?: number | undefined;
  readonly record?: string | undefined;
  readonly verdict: Verdict | null;
  readonly note?: string | null | undefined;
}
