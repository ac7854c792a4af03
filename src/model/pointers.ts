import type { Span } from '../document/span.ts';
import type { Manifest } from './manifest.ts';
import type { Outputs } from './session.ts';
import type { Pointed, Relation, Signals } from './signals.ts';
import type { Window } from './windows.ts';

/** Only a word that may begin a content or a trigger, is a pronoun or ends a definite description, is ever asked where it points; the others' vectors are dropped with their window. */
const MAY = 0.02;
/** So many places are kept of each pointer, "none" always among them. */
const KEPT = 12;
const PRONOUN = /^(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|it|its|itself|we|us|our|who|whom|whose)$/iu;
const DETERMINER = /^(?:the|this|that|these|those|his|her|its|their|our|my)$/iu;
const LOWER = /^\p{Ll}/u;
/** Words between a determiner and the noun it belongs to, at most. */
const BETWEEN = 3;
/** Which tags make a word ask. */
const ASKS: Readonly<Record<Relation, RegExp | null>> = {
  'content-cue': /^B-content$/u,
  'content-source': /^B-content$/u,
  'content-speaker': /^B-content$/u,
  'trigger-actor': /^B-[A-Z]+$/u,
  'trigger-recipient': /^B-[A-Z]+$/u,
  'act-actor': /^B-[A-Z]+$/u,
  'act-recipient': /^B-[A-Z]+$/u,
  antecedent: null,
};

/** Pointers of a document, taken window by window. */
export interface Pointers extends Pick<Signals, 'point' | 'link'> {
  /** Keeps what the words at home in a window point to. */
  take(window: Window, out: Outputs): void;
}

/** @param text and `words` tell which words are pronouns */
export function pointers(text: string, words: readonly Span[], manifest: Manifest): Pointers {
  const kept = new Map<number, readonly Pointed[]>();
  const count = words.length;
  const askers = askingColumns(manifest);
  const stride = manifest.heads.reduce((sum, { labels }) => sum + labels.length, 0);
  const find = (relation: Relation, word: number): readonly Pointed[] | undefined =>
    kept.get(manifest.relations.indexOf(relation) * count + word);

  return {
    take(window, out) {
      for (let word = window.homeFrom; word < window.homeTo; word++) {
        for (const { relation, columns } of askers) {
          const asks = columns
            ? columns.some((c) => Math.exp(out.tags[(word - window.from) * stride + c] ?? Number.NEGATIVE_INFINITY) >= MAY)
            : meansSomebodyElse(text, words, word);
          if (asks) kept.set(relation * count + word, best(probabilities(out, window, word, relation, manifest), window));
        }
      }
    },
    point: (relation, word, most = 8) => find(relation, word)?.slice(0, most) ?? [],
    link: (relation, from, to) => find(relation, from)?.find(({ word }) => word === (to < 0 ? -1 : to))?.p ?? 0,
  };
}

/** A pronoun, or a word with a determiner close before it: both may mean somebody told of earlier. */
function meansSomebodyElse(text: string, words: readonly Span[], word: number): boolean {
  const at = (index: number): string => {
    const span = words[index];
    return span ? text.slice(span.start, span.end) : '';
  };
  if (PRONOUN.test(at(word))) return true;
  if (!LOWER.test(at(word))) return false;
  for (let before = word - 1; before >= word - 1 - BETWEEN; before--) {
    const text = at(before);
    if (DETERMINER.test(text)) return true;
    if (!/^\p{L}/u.test(text)) return false;
  }
  return false;
}

/** For each relation the columns of `tags` whose label makes a word ask; null where pronouns ask. */
function askingColumns({ heads, relations }: Manifest): { relation: number; columns: readonly number[] | null }[] {
  return relations.map((name, relation) => {
    const asks = ASKS[name as Relation];
    if (!asks) return { relation, columns: null };
    const columns: number[] = [];
    let column = 0;
    for (const head of heads) {
      const own = /^(?:trigger|act)-/u.test(name) === (head.name === 'events');
      for (const label of head.labels) {
        if (own && asks.test(label)) columns.push(column);
        column++;
      }
    }
    return { relation, columns };
  });
}

/** Over "none" (row 0) and the words of the window. */
function probabilities(
  { query, key }: Outputs,
  window: Window,
  word: number,
  relation: number,
  { relations, pointer }: Manifest,
): Float64Array {
  const stride = relations.length * pointer;
  const at = (word - window.from) * stride + relation * pointer;
  const scale = 1 / Math.sqrt(pointer);
  const scores = new Float64Array(key.length / stride);
  let top = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < scores.length; row++) {
    let sum = 0;
    for (let i = 0; i < pointer; i++) sum += (query[at + i] as number) * (key[row * stride + relation * pointer + i] as number);
    scores[row] = sum * scale;
    top = Math.max(top, sum * scale);
  }
  let total = 0;
  for (let row = 0; row < scores.length; row++) total += scores[row] = Math.exp((scores[row] as number) - top);
  return scores.map((score) => score / total);
}

/** The likeliest, ties by position, with "none" in its place whatever it has. */
function best(p: Float64Array, window: Window): readonly Pointed[] {
  const all = Array.from(p, (value, row): Pointed => ({ word: row === 0 ? -1 : window.from + row - 1, p: value }));
  const none = all[0] as Pointed;
  all.sort((a, b) => b.p - a.p || a.word - b.word);
  const top = all.slice(0, KEPT);
  return top.includes(none) ? top : [...top.slice(0, KEPT - 1), none];
}
