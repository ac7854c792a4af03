import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import type { Time } from '../src/reading/schema.ts';

/** `[start, end)` in UTF-16 units. */
export type Pair = readonly [number, number];

/** Every character that spans cover. */
export function characters(spans: Iterable<Pair>): ReadonlySet<number> {
  const all = new Set<number>();
  for (const [start, end] of spans) for (let at = start; at < end; at++) all.add(at);
  return all;
}

export interface GoldActor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly of: string | null;
}

export interface GoldQuotation {
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly content: readonly Pair[];
  readonly cue: Pair | null;
  readonly source: Pair | null;
  readonly speaker: string | readonly string[] | null;
}

export interface GoldEvent {
  readonly type: string;
  readonly trigger: Pair;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly negated: boolean;
  readonly hypothetical: boolean;
  readonly future: boolean;
  readonly historical: boolean;
  readonly said_by: string | readonly string[] | null;
}

/** An article annotated whole under the guide, with its text and where it was printed. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string;
  /** Whether an agency sent it out (TimeBank and AQUAINT), not one of the press. */
  readonly agency: boolean;
  readonly actors: readonly GoldActor[];
  readonly quotations: readonly GoldQuotation[];
  readonly events: readonly GoldEvent[];
}

interface Text {
  readonly id: string | number;
  readonly text: string;
  readonly title?: string | null;
  readonly published?: string | null;
  readonly date?: string | null;
  readonly source?: string;
}

export function linesOf<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

const jsonIn = <T>(folder: string): T[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T);

/** Where an article of one of the sets was printed: by its id, or by the press archive it stands in. */
function outlets(shared: string): (id: string) => string {
  const press = new Map(
    linesOf<Text>(join(shared, 'data/articles/political-news.jsonl.gz')).map(({ id, source }) => [String(id), source ?? 'unknown']),
  );
  return (id) => {
    if (id.startsWith('wikinews-')) return 'Wikinews';
    // polnear's ids begin with the outlet: breitbart_2016-09-12_…
    return press.get(id) ?? /^(?:pn-)?([a-z-]+)_\d{4}-/u.exec(id)?.[1] ?? 'other';
  };
}

type Annotated = Omit<GoldArticle, 'text' | 'title' | 'published' | 'outlet' | 'agency'> & { readonly set?: string };

function withTexts(gold: readonly Annotated[], texts: ReadonlyMap<string, Text>, outletOf: (id: string) => string): GoldArticle[] {
  return gold.flatMap((one) => {
    const found = texts.get(one.id);
    if (found === undefined) return [];
    const { text, title, published, date } = found;
    return [
      { ...one, text, title: title ?? null, published: published ?? date ?? null, outlet: outletOf(one.id), agency: one.set === 'tbaq' },
    ];
  });
}

/** gold/dev: measured on, never trained on. */
export function devArticles(shared: string): GoldArticle[] {
  const texts = new Map(linesOf<Text>(join(shared, 'data/gold/dev.jsonl')).map((text) => [String(text.id), text]));
  return withTexts(jsonIn<Annotated>(join(shared, 'data/gold/dev')), texts, outlets(shared));
}

/** How the gold was made and how far two annotators agree, in the words of the sets' own README; null where it does not say. */
export const agreementOf = (shared: string): string | null =>
  /Gold was annotated[^.]*/u.exec(readFileSync(join(shared, 'data/README.md'), 'utf8'))?.[0] ?? null;

/** The twin of `held_out` in train/data.py: one in eight of our own articles, on which nothing is trained. */
export const heldOut = (id: string): boolean => crc32(id) % 8 === 0;

/** The articles of train/gold on which nothing was trained: what calibrates the scores. */
export function heldOutArticles(root: string, shared: string): GoldArticle[] {
  const gold = jsonIn<Annotated>(join(root, 'train/gold')).filter(({ id }) => heldOut(id));
  const sets = ['articles/political-news.jsonl.gz', 'attribution/polnear-train.jsonl', 'times/tbaq.jsonl'];
  const wanted = new Set(gold.map(({ id }) => id));
  const texts = sets.flatMap((set) => linesOf<Text>(join(shared, 'data', set)).filter(({ id }) => wanted.has(String(id))));
  return withTexts(gold, new Map(texts.map((text) => [String(text.id), text])), outlets(shared));
}

/** One line of times/tbaq.jsonl. */
export interface TimesGold {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly Pick<Time, 'start' | 'end' | 'type' | 'value'>[];
}

/** The last third by id of times/tbaq, to report on; rules of times were tuned on the two before it. */
export function reportedTimes(path: string): readonly TimesGold[] {
  const sorted = linesOf<TimesGold>(path).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return sorted.slice(Math.floor((sorted.length * 2) / 3));
}
