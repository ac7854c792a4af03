import type { Tagged } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { capitalRuns, opensSentence } from './capital-runs.ts';
import { knownNames } from './known-names.ts';
import type { FoundName, NameType } from './name.ts';
import { peel } from './peel.ts';
import { type Prose, possessiveAt, type Run } from './prose.ts';
import { typeOfRun } from './type-of-run.ts';

const TYPES: Readonly<Record<string, NameType>> = { PER: 'person', ORG: 'organisation', LOC: 'place', FACILITY: 'place', NORP: 'people' };

const overlap = (a: Run, b: Run): boolean => a.from < b.to && b.from < a.to;
const holds = (outer: Run, inner: Run): boolean => outer.from <= inner.from && inner.to <= outer.to;
const same = (a: Run, b: Run): boolean => a.from === b.from && a.to === b.to;

/**
 * All names of a text in order, none overlapping another: the network's first, then what the lexicon knows, then capitalised runs that both overlooked.
 * @param tags the network's names (`Signals.tags.names`), empty where there is no network
 */
export function findNames(prose: Prose, lexicon: Lexicon, tags: readonly Tagged[] = []): readonly FoundName[] {
  const known = knownNames(prose, lexicon);
  const found: FoundName[] = [];
  for (const tag of tags)
    for (const name of fromTag(prose, lexicon, tag, known)) if (!overlap(found.at(-1) ?? NOWHERE, name)) found.push(name);
  found.sort((a, b) => a.from - b.from);
  const free = (run: Run): boolean => !touches(found, run);
  const sure = written(prose);
  const runs = capitalRuns(prose);
  const more: FoundName[] = [];
  for (const run of runs) for (const name of fromRun(prose, lexicon, run, between(known, run), sure)) if (free(name)) more.push(name);
  const ranked = more.toSorted((a, b) => a.from - b.from);
  const rest: FoundName[] = [];
  for (const hit of known) if (free(hit) && !touches(ranked, hit)) rest.push(hit);
  return [...found, ...more, ...rest].sort((a, b) => a.from - b.from).filter((name) => name.type !== 'other');
}

const NOWHERE: Run = { from: -1, to: -1 };

/** Words as written where their first letter's size is their own: lower-case ones, and capitals inside a sentence. */
function written(prose: Prose): ReadonlySet<string> {
  const sure = new Set<string>();
  prose.words.forEach((word, i) => {
    if (word.shape === 'lower' || ((word.shape === 'capital' || word.shape === 'caps') && !opensSentence(prose, i))) sure.add(word.text);
  });
  return sure;
}

/** Those of a sorted list that overlap a run. */
function between(sorted: readonly FoundName[], run: Run): readonly FoundName[] {
  const first = firstAfter(sorted, run.from);
  const list: FoundName[] = [];
  for (let i = first; i < sorted.length && (sorted[i]?.from ?? 0) < run.to; i++) list.push(sorted[i] as FoundName);
  return list;
}

/** Whether a sorted list of runs has one that overlaps. */
function touches(sorted: readonly Run[], run: Run): boolean {
  const candidate = sorted[firstAfter(sorted, run.from)];
  return candidate !== undefined && overlap(candidate, run);
}

/** Index of the first run of a sorted list that ends after `from`. */
function firstAfter(sorted: readonly Run[], from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A name of the network: its title peeled off, what the lexicon knows of it put in. */
function fromTag(prose: Prose, lexicon: Lexicon, tag: Tagged, known: readonly FoundName[]): FoundName[] {
  const type = TYPES[tag.label] ?? 'other';
  const near = between(known, tag);
  const wider = near.find((hit) => holds(hit, tag) && !same(hit, tag));
  if (wider !== undefined && type !== 'person') return [wider];
  const equal = near.find((hit) => same(hit, tag));
  if (equal !== undefined) return [type === 'person' ? plain(tag, type, tag.p) : { ...equal, by: 'head:names', p: tag.p }];
  if (type !== 'person') return [plain(tag, type, tag.p)];
  const peeled = peel(prose, lexicon, tag, near);
  if (peeled.name === null) return [];
  const start = titleStart(prose, lexicon, peeled.name.from);
  const titles = peeled.titles.length > 0 ? peeled.titles : start.titles;
  return [
    ...peeled.before,
    {
      ...peeled.name,
      type,
      known: null,
      titles,
      titleFrom: peeled.titles.length > 0 ? peeled.titleFrom : start.from,
      by: 'head:names',
      p: tag.p,
    },
  ];
}

/** Titles that the network left outside: reads backwards from the name. */
function titleStart(prose: Prose, lexicon: Lexicon, name: number): { from: number; titles: FoundName['titles'] } {
  for (let from = Math.max(0, name - 5); from < name; from++) {
    const shape = prose.words[from]?.shape;
    if (shape !== 'capital' && shape !== 'caps') continue;
    if (prose.words[from]?.sentence !== prose.words[name]?.sentence) continue;
    const { titles, titleFrom, name: rest, modifier } = peel(prose, lexicon, { from, to: name + 1 }, []);
    if (titles.length > 0 && rest?.from === name && modifier === null) return { from: titleFrom, titles };
  }
  return { from: name, titles: [] };
}

const plain = (run: Run, type: NameType, p: number): FoundName => ({
  from: run.from,
  to: run.to,
  type,
  known: null,
  titles: [],
  titleFrom: run.from,
  by: 'head:names',
  p,
});

function fromRun(prose: Prose, lexicon: Lexicon, run: Run, known: readonly FoundName[], sure: ReadonlySet<string>): FoundName[] {
  // "Stated Stone:": the verb has its capital from the sentence's start.
  if (run.to - run.from > 1 && lexicon.cues.has(prose.lowers[run.from] ?? '') && opensSentence(prose, run.from))
    return fromRun(prose, lexicon, { from: run.from + 1, to: run.to }, known, sure);
  // "the New York Democrat": the last word is what the person is.
  if (run.to - run.from > 1 && /^(?:Republican|Democrat)$/u.test(prose.texts[run.to - 1] ?? ''))
    return fromRun(prose, lexicon, { from: run.from, to: run.to - 1 }, known, sure);
  const whole = known.find((hit) => holds(hit, run));
  if (whole !== undefined) return [whole];
  const { before, modifier, titles, titleFrom, name } = peel(prose, lexicon, run, known);
  const names: FoundName[] = [...before];
  if (modifier !== null) names.push(...ofModifier(prose, lexicon, modifier, known));
  if (name === null) return names;
  if (titles.length === 0 && before.length === 0 && onlyOpens(prose, lexicon, name, sure)) return names;
  const hit = known.find((other) => holds(other, name));
  if (hit !== undefined && titles.length === 0) return [...names, hit];
  return [
    ...names,
    {
      ...name,
      type: typeOfRun(prose, lexicon, name, titles.length > 0),
      known: null,
      titles,
      titleFrom: titles.length > 0 ? titleFrom : name.from,
      by: 'rule:capital-run',
      p: 0.5,
    },
  ];
}

function ofModifier(prose: Prose, lexicon: Lexicon, run: Run, known: readonly FoundName[]): FoundName[] {
  const hits = known.filter((hit) => holds(run, hit));
  if (hits.length > 0) return hits;
  return run.to - run.from > 1
    ? [{ ...plain(run, typeOfRun(prose, lexicon, run, false) === 'place' ? 'place' : 'organisation', 0.5), by: 'rule:capital-run' }]
    : [];
}

/** A single capital that the start of its sentence explains: "Police said", "Critics argue". */
function onlyOpens(prose: Prose, lexicon: Lexicon, name: Run, sure: ReadonlySet<string>): boolean {
  const word = prose.words[name.from];
  if (word === undefined || name.to - name.from > 1) return false;
  if (lexicon.roles.has(word.lower)) return true;
  if (!opensSentence(prose, name.from)) return false;
  if (sure.has(word.lower)) return true;
  const next = prose.words[name.to];
  if (possessiveAt(prose, name.to) > 0 || (next !== undefined && lexicon.cues.has(next.lower))) return false;
  return !sure.has(word.text);
}
