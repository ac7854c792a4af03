import { mulberry32 } from './mulberry32.ts';

/** What an article adds to each count. */
export type Counts = Readonly<Record<string, number>>;

/** A figure in hundredths, with the interval in which 95 of 100 draws of as many articles lie. Null where nothing was counted. */
export interface Interval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const DRAWS = 1000;

export const sum = (all: readonly Counts[]): Counts => {
  const total: Record<string, number> = {};
  for (const counts of all) for (const [key, n] of Object.entries(counts)) total[key] = (total[key] ?? 0) + n;
  return total;
};

const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * A figure over all articles, and its bootstrap interval: articles, not records, are drawn, since those of one article stand and fall together.
 * @param figure from summed counts to hundredths, null where there is nothing to divide by
 */
export function interval(articles: readonly Counts[], figure: (counts: Counts) => number | null): Interval {
  const value = figure(sum(articles));
  if (value === null) return { value: null, low: null, high: null };
  // The same draws at every run.
  const random = mulberry32(20230913);
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const some = articles.map(() => articles[Math.floor((random() / 2 ** 32) * articles.length)] as Counts);
    const one = figure(sum(some));
    if (one !== null) drawn.push(one);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? value;
  return { value: tenth(value), low: tenth(at(0.025)), high: tenth(at(0.975)) };
}

export const share =
  (part: string, whole: string) =>
  (counts: Counts): number | null =>
    counts[whole] ? (100 * (counts[part] ?? 0)) / counts[whole] : null;

/** F1 out of three counts: right, found, gold. `right of found` and `right of gold` may differ where two found records match one of the gold. */
export const f1 =
  (right: string, found: string, gold: string) =>
  (counts: Counts): number | null => {
    const both = (counts[found] ?? 0) + (counts[gold] ?? 0);
    return both === 0 ? null : (200 * (counts[right] ?? 0)) / both;
  };
