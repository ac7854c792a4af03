import type { Prose, Run } from '../../names/index.ts';

/** What speaks for or against a flag, with the words that it stands on (none where it is no word). */
export interface Feature {
  readonly name: string;
  readonly words: Run | null;
}

/** How far a date lies from the day of publication. */
export type Distance = 'years before' | 'months before' | 'weeks before' | 'that week' | 'after';

/** An act as the flags look at it. */
export interface Act {
  readonly type: string;
  readonly trigger: Run;
  /** The cue of the quotation that it stands in; null where it stands in none. */
  readonly cue: Run | null;
  readonly said: boolean;
  /** When the act's own date, the dates of its sentence, and those of the sentence before lie. */
  readonly dated: Distance | null;
  /** The words of the time that dates it, or else of the first of its sentence. */
  readonly when: Run | null;
  readonly around: readonly Distance[];
  readonly earlier: readonly Distance[];
  /** Where its sentence stands in the article, from 0 to 1. */
  readonly depth: number;
}

/** Words beyond which what stands before an act is far from it. */
const NEAR = 7;
const FARTHEST = 30;
const AFTER = 6;
const BREAKS = new Set([',', ';', ':', '“', '”', '"', '—', '–', '(', ')']);
/** Of the words that open a sentence with a capital only these are asked: any other might be a name. */
const OPENERS = new Set(
  'if unless should whether when after had no not never without as while since although though were in last earlier would could will despite because before once even until during it there they he she we you i the this that a an'.split(
    ' ',
  ),
);

interface Piece {
  readonly word: string;
  readonly at: number;
}

/**
 * The features of an act. Only words printed small are asked, never names: who does it does not matter to whether it was done.
 */
export function featuresOf(prose: Prose, act: Act): Feature[] {
  const found: Feature[] = [];
  const take = (name: string, words: Run | null = null): void => void found.push({ name, words });
  const one = (at: number): Run => ({ from: at, to: at + 1 });

  const back = piecesBefore(prose, act.trigger.from);
  const [first, second, third] = back;
  let broken = false;
  back.forEach(({ word, at }, distance) => {
    if (BREAKS.has(word)) broken = true;
    if (distance < 3) take(`${distance + 1} ${word}`, one(at));
    take(`${broken ? 'over' : distance < NEAR ? 'near' : 'far'} ${word}`, one(at));
  });
  if (first && second) take(`12 ${second.word} ${first.word}`, { from: second.at, to: first.at + 1 });
  if (first && second && third) take(`123 ${third.word} ${second.word} ${first.word}`, { from: third.at, to: first.at + 1 });
  if (second && third) take(`23 ${third.word} ${second.word}`, { from: third.at, to: second.at + 1 });

  for (let at = act.trigger.from; at < act.trigger.to; at++) {
    const word = wordAt(prose, at);
    if (word !== null) take(`own ${word}`, one(at));
  }
  const head = prose.lowers[act.trigger.from] ?? '';
  const form = /ing$/u.test(head) ? 'ing' : /ed$/u.test(head) ? 'ed' : /[^s]s$/u.test(head) ? 's' : 'bare';
  take(`form ${form} ${first?.word ?? '^'}`, first ? one(first.at) : null);
  take(`form ${form} ${act.type}`);

  const sentence = prose.words[act.trigger.to - 1]?.sentence;
  for (let at = act.trigger.to; at < act.trigger.to + AFTER && prose.words[at]?.sentence === sentence; at++) {
    const word = wordAt(prose, at);
    if (word === null) continue;
    if (at === act.trigger.to) take(`next ${word}`, one(at));
    if (BREAKS.has(word)) break;
    take(`after ${word}`, one(at));
  }
  take(`type ${act.type}`);
  take(act.said ? 'said' : 'told');
  if (act.cue) for (let at = act.cue.from; at < act.cue.to; at++) take(`cue ${prose.lowers[at] ?? ''}`, one(at));
  take(`dated ${act.dated ?? 'not'}`, act.dated && act.when);
  for (const distance of new Set(act.around)) take(`around ${distance}`, act.when);
  for (const distance of new Set(act.earlier)) take(`earlier ${distance}`);
  take(act.depth < 0.15 ? 'early' : act.depth < 0.5 ? 'middle' : 'late');
  return found;
}

/** The words before a place in its sentence, the nearest first. */
function piecesBefore(prose: Prose, from: number): Piece[] {
  const sentence = prose.words[from]?.sentence;
  const pieces: Piece[] = [];
  for (let at = from - 1; at >= 0 && at >= from - FARTHEST && prose.words[at]?.sentence === sentence; at--) {
    const word = wordAt(prose, at);
    if (word !== null) pieces.push({ word, at });
  }
  return pieces;
}

/** A word as a feature has it: `not` for the t of "don't", `will` for the ll of "we'll"; null for an apostrophe; `Name` for what might be one. */
function wordAt({ words, lowers }: Prose, at: number): string | null {
  const word = words[at];
  if (!word) return null;
  const { lower, shape } = word;
  if (lower === "'" || lower === '’') return null;
  const apostrophe = lowers[at - 1] === "'" || lowers[at - 1] === '’';
  if (apostrophe && word.glued) return lower === 't' ? 'not' : lower === 'll' ? 'will' : `'${lower}`;
  if (shape === 'number') return '#';
  if (shape === 'mark' || shape === 'lower') return lower;
  return words[at - 1]?.sentence !== word.sentence && OPENERS.has(lower)
    ? lower
    : opensQuotation(words[at - 1]?.text) && OPENERS.has(lower)
      ? lower
      : 'Name';
}

const opensQuotation = (text: string | undefined): boolean => text === '“' || text === '"' || text === '‘';
