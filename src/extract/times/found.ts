import type { Token } from './tokens.ts';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** What a value may be worked out from. Never the clock. */
export interface Context {
  /** Day number of the publication; null where nothing tells. */
  readonly published: number | null;
  /** The last calendar value resolved before this one in reading order ("that day", "a year earlier"). */
  readonly reference: string | null;
  /** The last quarter or fiscal period named in this paragraph or the sentence before, for "a year ago" in company reports. */
  readonly period: string | null;
  /** What the verbs around say: coming, gone, or nothing. */
  readonly tense: 'future' | 'past' | null;
}

/** A time expression found over tokens `[from, to)`; `value` is worked out later, in reading order. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly type: TimexType;
  readonly value: (context: Context) => string | null;
  /** Names a quarter outright ("the third quarter"), which "a year earlier" and "the latest period" after it then mean. */
  readonly quarter?: boolean;
}

/** One rule: the words it may start with (`#` is any run of digits) and how it reads on from there. */
export interface Rule {
  readonly name: string;
  readonly starts: Iterable<string>;
  readonly match: (tokens: readonly Token[], from: number) => Found | null;
}
