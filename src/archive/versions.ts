import { slice } from '../document/span.ts';
import type { Event, Quotation, Reading } from '../reading/schema.ts';
import { wordsOf } from './rows.ts';
import { terms } from './terms.ts';

/**
 * What became of a record in another version of its article: its words stay (`now` is its id there; null where they stay and nothing was
 * read in them), they are altered, or they are gone.
 */
export type Fate =
  | { readonly record: string; readonly fate: 'stays'; readonly now: string | null }
  | { readonly record: string; readonly fate: 'altered'; readonly now: string }
  | { readonly record: string; readonly fate: 'removed'; readonly now: null };

export interface Comparison {
  /** Each record of the one version, in its order. */
  readonly fates: readonly Fate[];
  /** Records that only the other has. */
  readonly added: readonly string[];
}

/** From this share of words in common on, one record is another, altered. */
const ALIKE = 0.5;

interface Known {
  readonly id: string;
  /** Records of different sorts are never the same: quotations, and each type of event. */
  readonly sort: string;
  /** An event's own word; several events stand in one sentence. */
  readonly trigger: string;
  readonly words: readonly string[];
}

const known = (reading: Reading): readonly Known[] => {
  const { text } = reading.document;
  const of = (record: Quotation | Event): Known => ({
    id: record.id,
    sort: 'content' in record ? 'quotation' : record.type,
    trigger: 'content' in record ? '' : terms(slice(text, record.trigger)).join(' '),
    words: terms(wordsOf(text, record)),
  });
  return [...reading.quotations.map(of), ...reading.events.map(of)];
};

/** Pairs of words in common, of all (Dice 1945); of one word each, whether they are the same. */
function alike(one: readonly string[], other: readonly string[]): number {
  const pairs = (words: readonly string[]) => (words.length === 1 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`));
  const [a, b] = [pairs(one), pairs(other)];
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common++;
    left.set(pair, count - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

const identity = ({ sort, trigger, words }: Known): string => `${sort} ${trigger} ${words.join(' ')}`;

/** A quotation that loses its last sentence is the same quotation, cut; one of an event’s words must be its trigger. */
function nearest(record: Known, others: ReadonlySet<Known>): Known | null {
  let [best, most]: [Known | null, number] = [null, ALIKE];
  for (const other of others) {
    if (other.sort !== record.sort || other.trigger !== record.trigger) continue;
    const share = alike(record.words, other.words);
    if (share > most || (share === most && best === null)) [best, most] = [other, share];
  }
  return best;
}

/**
 * What became of an article's records in another version of it, told by their words.
 * @example compareVersions(first, second).fates // [{ record: 'q1', fate: 'stays', now: 'q2' }, { record: 'q2', fate: 'removed', now: null }]
 */
export function compareVersions(one: Reading, other: Reading): Comparison {
  const left = new Set(known(other));
  const same = new Map<string, Known[]>();
  for (const record of left) same.set(identity(record), [...(same.get(identity(record)) ?? []), record]);
  const records = known(one);
  const fates = new Map<string, Fate>();
  // What is the same is taken first, so that nothing altered takes its place.
  for (const record of records) {
    const there = same.get(identity(record))?.shift();
    if (there === undefined) continue;
    left.delete(there);
    fates.set(record.id, { record: record.id, fate: 'stays', now: there.id });
  }
  const text = ` ${terms(other.document.text).join(' ')} `;
  for (const record of records) {
    if (fates.has(record.id)) continue;
    const stands = record.words.length > 0 && text.includes(` ${record.words.join(' ')} `);
    const near = stands ? null : nearest(record, left);
    if (near !== null) left.delete(near);
    fates.set(record.id, near === null ? lost(record.id, stands) : { record: record.id, fate: 'altered', now: near.id });
  }
  return { fates: records.flatMap(({ id }) => fates.get(id) ?? []), added: [...left].map(({ id }) => id) };
}

const lost = (record: string, stands: boolean): Fate =>
  stands ? { record, fate: 'stays', now: null } : { record, fate: 'removed', now: null };
