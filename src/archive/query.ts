import type { Event, Quotation, Reading } from '../reading/schema.ts';

/** A box on the map, in degrees; `west` may be greater than `east` across the date line. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** What `find` looks for; all that is given must hold. Names match by their words, in any order, without case and accents. */
export interface Query {
  /** Each a word, which finds its other forms too, or, of several words, a phrase that must stand so. */
  readonly words?: readonly string[];
  readonly sort?: 'quotation' | 'event';
  readonly speaker?: string;
  readonly cue?: string;
  readonly kind?: 'direct' | 'indirect' | 'mixed';
  readonly type?: string;
  readonly actor?: string;
  readonly recipient?: string;
  /** On whose word. */
  readonly saidBy?: string;
  /** A name, or a country's two letters. */
  readonly place?: string | Box;
  /** Dates as exact as wished: 2023, 2023-09, 2023-09-13; both ends belong to it. */
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly hedged?: boolean;
  readonly negated?: boolean;
  /** Words as they are written, and none of their other forms. */
  readonly exact?: boolean;
  /** `relevance`: those with the words as they are written before those with other forms, all of them together before apart; then the newest. */
  readonly order?: 'newest' | 'relevance';
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** A quotation or event that was found. */
export interface Item {
  /** `<12 digits of the document's hash>:<id in the reading>`. */
  readonly id: string;
  readonly sort: 'quotation' | 'event';
  readonly date: string | null;
  readonly document: Pick<Reading['document'], 'id' | 'url' | 'outlet' | 'title' | 'published'>;
  /** A quotation's content, an event's sentence or clause as it stands in the text. */
  readonly words: string;
  readonly speakers: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly saidBy: string | null;
  readonly place: string | null;
  /** The record as the reading has it. */
  readonly record: Quotation | Event;
}

export interface Page {
  readonly items: readonly Item[];
  /** The cursor of the next page; null where this is the last. */
  readonly next: string | null;
}
