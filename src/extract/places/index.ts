import type { Place } from '../../reading/schema.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { detectionFeatures, type Scene, sceneOf, type Tag, tagsOf } from './detect.ts';
import { fold } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Beliefs, believe, type Evidence, evidenceOf, type Group, groupsOf, resolutionFeatures } from './resolve.ts';
import { type Senses, settingFeatures } from './setting.ts';
import { wordsOf } from './words.ts';

/** What is known of an article besides its text. */
export interface PlaceContext {
  readonly published: string | null;
  readonly outlet: string | null;
}

/** Below this a stretch is no toponym. */
const enough = 0.4;
/** What no list knows, and is no street, must be surer: a hamlet, a river, or only a name that looks like one. */
const enoughUnknown = 0.8;
/** Below this the sense of a name is left open. */
const settled = 0.2;

const summing = (gazetteer: Gazetteer, prefix: string) => {
  let sum = 0;
  return {
    take: (feature: string, value: number): void => {
      sum += (gazetteer.weights.get(prefix + feature) ?? 0) * value;
    },
    total: (): number => {
      const total = sum;
      sum = 0;
      return total;
    },
  };
};

/** How likely each candidate is a toponym, by itself and its neighbours. */
export function detect(scene: Scene): Map<Candidate, number> {
  const { take, total } = summing(scene.gazetteer, scene.tags ? 'tagged ' : 'bare ');
  const sure = new Map<Candidate, number>();
  for (const candidate of scene.candidates) {
    detectionFeatures(scene, candidate, take);
    sure.set(candidate, likely(total()));
  }
  return sure;
}

/** The same once names are resolved: a Liberal far from all Kansas is a party. */
export function detectAgain(scene: Scene, sure: ReadonlyMap<Candidate, number>, senses: Senses): Map<Candidate, number> {
  const { take, total } = summing(scene.gazetteer, scene.tags ? 'again tagged ' : 'again bare ');
  const again = new Map<Candidate, number>();
  for (const candidate of scene.candidates) {
    settingFeatures(scene, candidate, sure.get(candidate) ?? 0, senses, take);
    again.set(candidate, likely(total()));
  }
  return again;
}

const likely = (score: number): number => 1 / (1 + Math.exp(-score));

/** What each name means: first by itself, then twice by what the others are believed to mean. */
export function resolve(scene: Scene, groups: readonly Group[], home: readonly number[]): Senses {
  const demonyms = demonymsOf(scene);
  let beliefs = round(scene, groups, null, []);
  let evidence = evidenceOf(scene, groups, beliefs, demonyms, home);
  for (let times = 0; times < 2; times++) {
    beliefs = round(scene, groups, evidence, beliefs);
    evidence = evidenceOf(scene, groups, beliefs, demonyms, home);
  }
  return { groups, beliefs, evidence, numbers: new Map(groups.map((group, number) => [group.key, number])) };
}

function round(scene: Scene, groups: readonly Group[], evidence: Evidence | null, before: Beliefs): Beliefs {
  const { take, total } = summing(scene.gazetteer, evidence ? 'then ' : 'first ');
  return groups.map((group, number) => {
    const scores: number[] = [];
    resolutionFeatures(scene, group, number, evidence, before[number] ?? [], take, () => scores.push(total()));
    return believe(scores);
  });
}

/** Countries and states whose people the text names: evidence, never places. */
export function demonymsOf(scene: Scene): number[] {
  const found: number[] = [];
  for (const word of scene.words) if (word.capital && found.length < 200) found.push(...(scene.gazetteer.demonyms.get(word.text) ?? []));
  return found;
}

/** Where an outlet is at home, by the towns in its name: "Lexington Herald-Leader". */
export function homeOf(outlet: string | null, gazetteer: Gazetteer): number[] {
  if (!outlet) return [];
  const words = fold(outlet.slice(0, 100)).split(' ');
  for (let size = Math.min(3, words.length); size > 0; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const { name } = gazetteer.look(words.slice(at, at + size).join(' '));
      const bearers =
        name < 0 ? [] : gazetteer.bearers(name).filter(({ place, flag }) => flag === 0 && (gazetteer.populations[place] ?? 0) > 20000);
      if (bearers.length === 1) return bearers.map(({ place }) => place);
    }
  }
  return [];
}

/** Candidates that do not lie over one another, the likeliest first. */
function disjoint(candidates: readonly Candidate[], sure: ReadonlyMap<Candidate, number>): Candidate[] {
  const taken = new Set<number>();
  const chosen: Candidate[] = [];
  const order = [...candidates].sort(
    (a, b) => (sure.get(b) ?? 0) - (sure.get(a) ?? 0) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const candidate of order) {
    if ((sure.get(candidate) ?? 0) < enough) break;
    if (candidate.bearers.length === 0 && candidate.found !== 'street' && (sure.get(candidate) ?? 0) < enoughUnknown) continue;
    let free = true;
    for (let word = candidate.from; word < candidate.to && free; word++) free = !taken.has(word);
    if (!free) continue;
    for (let word = candidate.from; word < candidate.to; word++) taken.add(word);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/**
 * The toponyms of a text and what they mean. A name has one sense in a text; demonyms are evidence, not places.
 * `names` are the network's tags (all types help; none may be there). Offsets are UTF-16 units.
 * `unknown` is `not-in-gazetteer` (a street, a hamlet: no id, no point) or `ambiguous` (candidates, no choice), else null.
 * @example findPlaces('He lives in Paris, Texas.', [], gazetteer, { published: null, outlet: null })[0]?.geonames // 4717560
 */
export function findPlaces(text: string, names: readonly Tag[], gazetteer: Gazetteer, context: PlaceContext): Place[] {
  const words = wordsOf(text);
  const candidates = candidatesOf(
    text,
    words,
    names.filter((name) => name.type === 'LOC' || name.type === 'FACILITY'),
    gazetteer,
  );
  const scene = sceneOf(words, candidates, tagsOf(names), gazetteer);
  const before = detect(scene);
  const senses = resolve(scene, groupsOf(scene, before), homeOf(context.outlet, gazetteer));
  const sure = detectAgain(scene, before, senses);
  return disjoint(candidates, sure).map((candidate, at) => {
    const number = senses.numbers.get(candidate.key);
    const resolved = number === undefined ? undefined : { group: senses.groups[number] as Group, belief: senses.beliefs[number] ?? [] };
    return placed(text, candidate, at + 1, sure.get(candidate) ?? 0, resolved, gazetteer);
  });
}

function placed(
  text: string,
  candidate: Candidate,
  number: number,
  sure: number,
  resolved: { readonly group: Group; readonly belief: readonly number[] } | undefined,
  gazetteer: Gazetteer,
): Place {
  const { start, end } = candidate;
  const words = text.slice(start, end).replace(/\s+/gu, ' ');
  const base = { id: `p${number}`, start, end };
  if (!resolved)
    return {
      ...base,
      name: words,
      geonames: null,
      lat: null,
      lon: null,
      country: null,
      unknown: 'not-in-gazetteer',
      candidates: [],
      score: thousandths(sure),
    };
  const ranked = resolved.group.bearers
    .map(({ place }, at) => ({ place, belief: resolved.belief[at] ?? 0 }))
    .sort((a, b) => b.belief - a.belief);
  const others = ranked
    .filter(({ belief }) => belief > 0.01)
    .slice(0, 8)
    .map(({ place }) => gazetteer.ids[place] ?? 0)
    .filter((id) => id > 0);
  const best = ranked[0];
  if (!best || best.belief < settled)
    return {
      ...base,
      name: words,
      geonames: null,
      lat: null,
      lon: null,
      country: null,
      unknown: 'ambiguous',
      candidates: others,
      score: thousandths(sure * (best?.belief ?? 0)),
    };
  return {
    ...base,
    name: gazetteer.name(best.place),
    geonames: gazetteer.ids[best.place] || null,
    lat: (gazetteer.lats[best.place] ?? 0) / 1e4,
    lon: (gazetteer.lons[best.place] ?? 0) / 1e4,
    country: gazetteer.country(best.place) || null,
    unknown: null,
    candidates: others,
    score: thousandths(sure * best.belief),
  };
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
