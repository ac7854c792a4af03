import type { Counts, Interval } from './intervals.ts';
import { f1, interval, share } from './intervals.ts';

/** A line of the table: what is asked of a figure, and how it is read off summed counts. */
export interface Figure {
  readonly set: SetName;
  readonly name: string;
  /** What the project asks of itself; null where nothing is asked. */
  readonly asked: number | null;
  readonly of: (counts: Counts) => number | null;
  /** The count that says over how many records. */
  readonly records: string;
}

/** The sets by the name under which the card tells them. */
export const sets = {
  polnear: 'attribution/polnear-dev',
  gold: 'gold/dev',
  names: 'names/worldwide-dev',
  times: 'times/tbaq, last third',
  trNews: 'places/tr-news',
  lgl: 'places/lgl',
  readability: 'pages/readability',
  fundus: 'pages/fundus',
} as const;
export type SetName = keyof typeof sets;

const counted = (set: SetName, name: string, asked: number | null, prefix: string): Figure => ({
  set,
  name,
  asked,
  of: f1(`${prefix} right`, `${prefix} found`, `${prefix} gold`),
  records: `${prefix} gold`,
});
const part = (set: SetName, name: string, asked: number | null, right: string, records: string): Figure => ({
  set,
  name,
  asked,
  of: share(right, records),
  records,
});
const page = (set: 'readability' | 'fundus'): Figure[] => [
  { set, name: 'body text, F1 of 4-word shingles', asked: 96, of: share('body', 'pages'), records: 'pages' },
  part(set, 'title right', 97, 'title right', 'title'),
  part(set, 'date right', 95, 'published right', 'published'),
  part(set, 'byline right', 85, 'byline right', 'byline'),
];
const placed = (set: 'trNews' | 'lgl'): Figure[] => [
  counted(set, 'places, F1', 80, 'places'),
  part(set, 'GeoNames id right on matched', 80, 'ids right', 'ids'),
  part(set, 'within 161 km on matched', 88, 'near', 'located'),
];

export const figures: readonly Figure[] = [
  counted('polnear', 'source, exact F1', 81, 'source'),
  counted('polnear', 'cue, exact F1', 74.5, 'cue'),
  counted('polnear', 'content, exact F1', 66, 'content'),
  counted('polnear', 'whole triple, exact F1', 52, 'triple'),
  counted('polnear', 'content characters, F1', 86, 'characters'),
  counted('gold', 'quotations, F1', 86, 'q'),
  part('gold', 'quotations, precision', null, 'q right', 'q found'),
  part('gold', 'quotations, recall', null, 'q right', 'q gold'),
  part('gold', 'kind right on matched', null, 'kind right', 'q right'),
  part('gold', 'speaker right on matched', null, 's right', 'q right'),
  part('gold', 'speaker end to end, direct and mixed', 90, 's right direct', 'q gold direct'),
  part('gold', 'speaker end to end, all', 78, 's right', 'q gold'),
  counted('gold', 'events, F1', 55, 'e'),
  part('gold', 'events, precision', null, 'e right', 'e found'),
  part('gold', 'events, recall', null, 'e right', 'e gold'),
  part('gold', 'actor right on matched', null, 'actor right', 'e right'),
  part('gold', 'recipient right on matched', null, 'recipient right', 'e right'),
  part('gold', 'actor and recipient right on matched', 75, 'both right', 'e right'),
  part('gold', 'flags, accuracy', 92, 'flags right', 'flags'),
  part('gold', 'flags set, recall', 65, 'flags set right', 'flags gold'),
  part('gold', 'flags set, precision', 75, 'flags set right', 'flags found'),
  part('gold', 'saidBy, accuracy', 85, 'saidBy right', 'e right'),
  part('gold', 'saidBy set, recall', 75, 'saidBy set right', 'saidBy set'),
  counted('names', 'PER, ORG, LOC, F1', 84, 'names'),
  counted('times', 'relaxed F1', 90, 'times'),
  { set: 'times', name: 'value F1', asked: 78, of: f1('values right', 'times found', 'times gold'), records: 'times gold' },
  ...placed('trNews'),
  ...placed('lgl'),
  ...page('readability'),
  ...page('fundus'),
];

/** A figure as measured: over how many records of how many articles, and how far it may be chance. */
export interface Measured extends Figure {
  readonly interval: Interval;
  readonly total: number;
  readonly articles: number;
}

export const measure = (figure: Figure, articles: readonly Counts[]): Measured => ({
  ...figure,
  interval: interval(articles, figure.of),
  total: articles.reduce((total, counts) => total + (counts[figure.records] ?? 0), 0),
  articles: articles.length,
});
