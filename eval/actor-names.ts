import type { Reading } from '../src/reading/schema.ts';
import type { GoldActor } from './gold.ts';

// Whether two names mean one actor: the measure of ../shared/score/score.py, loose on purpose.
const STOP = new Set('the a an of and mr mrs ms dr sir president minister prime sen rep gen us u s state for'.split(' '));

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/[^\x00-\x7f]/gu, '')
    .toLowerCase()
    .replaceAll("'s", '')
    .match(/[a-z0-9]+/gu) ?? [];

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, i) => word === b[i]);

/** One name's content words are the other's, or the last word of the shorter stands last in the longer. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (same(a, b)) return a.length > 0;
  const [x, y] = [a, b].map((words) => words.filter((word) => !STOP.has(word))) as [string[], string[]];
  if (x.length === 0 || y.length === 0) return false;
  if (x.every((word) => y.includes(word)) || y.every((word) => x.includes(word))) return true;
  const last = x.at(-1) as string;
  return last === y.at(-1) && last.length > 3 && (x.length === 1 || y.length === 1);
}

/** Each actor's id with all the words it is called by in the reading. */
export function calledBy(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const { text } = reading.document;
  return new Map(
    reading.actors.map(({ id, name, mentions }) => [
      id,
      [name, ...mentions.filter(({ form }) => form !== 'pronoun').map(({ start, end }) => text.slice(start, end))],
    ]),
  );
}

/** Whether the gold's actor (null: nobody) is the one that goes by `names` (null: nobody). */
export function isActor(gold: GoldActor | null, names: readonly string[] | null): boolean {
  if (gold === null) return names === null;
  if (names === null || names.length === 0) return false;
  if (names.some((name) => sameName(gold.name, name))) return true;
  const { kind, of } = gold;
  return kind === 'country' && of !== null && of !== '' && names.some((name) => sameName(of, name));
}
