import type { Reading } from '../../src/reading/schema.ts';

type Pair = readonly [number, number];

/** What expected.json holds, of it what is compared here. */
export interface GoldArticle {
  readonly date: string;
  readonly actors: readonly { readonly id: string; readonly name: string; readonly of: string | null }[];
  readonly quotations: readonly { readonly content: readonly Pair[]; readonly speaker: string | readonly string[] | null }[];
}

const characters = (spans: readonly Pair[]): Set<number> => new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
const overlap = (a: Set<number>, b: Set<number>): number => {
  let both = 0;
  for (const c of a) if (b.has(c)) both++;
  return both / (a.size + b.size - both || 1);
};
const bare = (name: string): string[] => name.toLowerCase().replace(/['’]s\b/gu, '').match(/\p{L}+/gu)?.filter((word) => word.length > 2 && word !== 'the') ?? [];
/** One name's words are all in the other's. */
const sameName = (a: string, b: string): boolean => {
  const [A, B] = [new Set(bare(a)), new Set(bare(b))];
  if (A.size === 0 || B.size === 0) return a === b;
  return [...A].every((word) => B.has(word)) || [...B].every((word) => A.has(word));
};

/** Quotations matched one to one by half of their characters; of those matched, how many have the right (first) speaker. */
export function compare(gold: GoldArticle, reading: Reading): { found: number; right: number; gold: number; matched: number; speakersRight: number } {
  const { text } = reading.document;
  const quotations = reading.quotations.filter(({ stance }) => stance !== 'intent');
  const mine = quotations.map(({ content }) => characters(content.map(({ start, end }) => [start, end] as const)));
  const used = new Set<number>();
  let right = 0;
  let speakersRight = 0;
  for (const q of gold.quotations) {
    const theirs = characters(q.content);
    const best = mine.map((set, i) => ({ i, share: used.has(i) ? 0 : overlap(set, theirs) })).sort((a, b) => b.share - a.share)[0];
    if (!best || best.share < 0.5) continue;
    used.add(best.i);
    right++;
    const id = typeof q.speaker === 'string' ? q.speaker : (q.speaker?.[0] ?? null);
    const speaker = gold.actors.find((actor) => actor.id === id);
    const found = reading.actors.find((actor) => actor.id === quotations[best.i]?.speaker);
    if (!speaker || !found) speakersRight += !speaker === !found ? 1 : 0;
    else {
      const names = [found.name, ...found.mentions.filter(({ form }) => form !== 'pronoun').map(({ start, end }) => text.slice(start, end))];
      if (names.some((name) => sameName(name, speaker.name) || (speaker.of !== null && sameName(name, speaker.of)))) speakersRight++;
    }
  }
  return { found: quotations.length, right, gold: gold.quotations.length, matched: right, speakersRight };
}
