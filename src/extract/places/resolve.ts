import type { Candidate } from './candidates.ts';
import { holds, qualifier, type Scene, type Take } from './detect.ts';
import { alternate, type Gazetteer, primary, shortened } from './gazetteer.ts';

/** A place under a name. */
export interface Bearer {
  readonly place: number;
  readonly flag: number;
}

/** One name of a text with all its mentions: a text uses a name in one sense. */
export interface Group {
  readonly key: string;
  readonly mentions: readonly Candidate[];
  readonly bearers: readonly Bearer[];
  /** How sure it is that the name is a toponym here: the weight of its word about others. */
  readonly sure: number;
  /** The qualifiers that stand after it, and the words. */
  readonly below: readonly Candidate[];
  readonly countyAfter: boolean;
  readonly stateAfter: boolean;
  /** The most people of a bearer. */
  readonly top: number;
}

/** How likely each bearer of each group is meant. */
export type Beliefs = readonly (readonly number[])[];

const most = 60;
const mostPoints = 200;

/** A place's people, a tenth where the name is not its own. */
const weighed = (gazetteer: Gazetteer, bearer: { readonly place: number; readonly flag: number }): number =>
  (gazetteer.populations[bearer.place] ?? 0) * (bearer.flag === primary ? 1 : 0.1);

export function groupsOf(scene: Scene, sure: ReadonlyMap<Candidate, number>): Group[] {
  const groups: Group[] = [];
  for (const [key, mentions] of scene.byKey) {
    const bearers = [...(mentions[0]?.bearers ?? [])]
      .sort((a, b) => (scene.gazetteer.populations[b.place] ?? 0) - (scene.gazetteer.populations[a.place] ?? 0))
      .slice(0, most);
    if (bearers.length === 0) continue;
    const group = { key, mentions, bearers, sure: 0, below: [] as Candidate[], countyAfter: false, stateAfter: false, top: 0 };
    for (const mention of mentions) {
      group.sure = Math.max(group.sure, sure.get(mention) ?? 0);
      const below = group.below.length < 20 ? qualifier(scene, mention) : null;
      if (below) group.below.push(below);
      const after = scene.words[mention.to]?.text ?? '';
      if (/^(?:county|counties|parish|parishes)$/i.test(after)) group.countyAfter = true;
      if (after === 'state' || after === 'State') group.stateAfter = true;
    }
    for (const bearer of bearers) group.top = Math.max(group.top, weighed(scene.gazetteer, bearer));
    groups.push(group);
  }
  return groups;
}

/** A place on the unit ball: distances become products. */
function point(gazetteer: Gazetteer, place: number): readonly [number, number, number] {
  const lat = ((gazetteer.lats[place] ?? 0) / 1e4) * (Math.PI / 180);
  const lon = ((gazetteer.lons[place] ?? 0) / 1e4) * (Math.PI / 180);
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** What the text says of where it plays: evidence for countries and states, and likely points. */
export interface Evidence {
  readonly countries: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<number, number>;
  readonly points: readonly {
    readonly group: number;
    readonly place: number;
    readonly weight: number;
    readonly at: readonly [number, number, number];
    readonly local: boolean;
  }[];
  readonly total: number;
}

const wide = (gazetteer: Gazetteer, place: number): boolean =>
  ['country', 'admin1', 'continent', 'region', 'water'].includes(gazetteer.kind(place));

/** Gathers what the groups, as believed so far, and the demonyms say. */
export function evidenceOf(
  scene: Scene,
  groups: readonly Group[],
  beliefs: Beliefs,
  demonyms: readonly number[],
  home: readonly number[],
): Evidence {
  const { gazetteer } = scene;
  const countries = new Map<string, number>();
  const states = new Map<number, number>();
  const points: { group: number; place: number; weight: number; at: readonly [number, number, number]; local: boolean }[] = [];
  let total = 0;
  const say = (group: number, place: number, weight: number): void => {
    const country = gazetteer.country(place);
    if (country !== '') countries.set(country, (countries.get(country) ?? 0) + weight);
    const state = gazetteer.kind(place) === 'admin1' ? place : (gazetteer.admin1[place] ?? 0) - 1;
    if (state >= 0) states.set(state, (states.get(state) ?? 0) + weight);
    points.push({ group, place, weight, at: point(gazetteer, place), local: !wide(gazetteer, place) });
    total += weight;
  };
  groups.forEach((group, at) => {
    group.bearers.forEach(({ place }, bearer) => {
      const weight = (beliefs[at]?.[bearer] ?? 0) * group.sure;
      if (weight > 0.01) say(at, place, weight);
    });
  });
  for (const place of demonyms) say(-1, place, 0.7);
  for (const place of home) say(-1, place, 1);
  // The surest points are enough, and keep long lists linear.
  const surest = points.length <= mostPoints ? points : [...points].sort((a, b) => b.weight - a.weight).slice(0, mostPoints);
  return { countries, states, points: surest, total };
}

/** How a place lies to what else the text is believed to name. */
export interface Surroundings {
  /** Other local places within some 40 and 200 km, each by its weight. */
  readonly near: number;
  readonly around: number;
  /** The surest holder of it that the text names, a country for half. */
  readonly named: number;
  /** What it holds of the rest. */
  readonly inside: number;
}

/** `number` is the group's own number in the evidence: a name is no witness for itself. */
export function surroundings(gazetteer: Gazetteer, place: number, number: number, evidence: Evidence): Surroundings {
  const here = point(gazetteer, place);
  let near = 0;
  let around = 0;
  let named = 0;
  let inside = 0;
  for (const other of evidence.points) {
    if (other.group === number) continue;
    if (holds(gazetteer, other.place, place)) named = Math.max(named, other.weight * (gazetteer.kind(other.place) === 'country' ? 0.5 : 1));
    if (holds(gazetteer, place, other.place)) inside += other.weight;
    if (!other.local) continue;
    const product = here[0] * other.at[0] + here[1] * other.at[1] + here[2] * other.at[2];
    const squared = 2 * (1 - product) * 6371 * 6371;
    near += other.weight / (1 + squared / (40 * 40));
    around += other.weight / (1 + squared / (200 * 200));
  }
  return { near, around, named, inside };
}

const towns: ReadonlySet<string> = new Set(['town', 'seat', 'capital', 'part']);
const states: ReadonlySet<string> = new Set(['country', 'admin1', 'admin2']);
const english: ReadonlySet<string> = new Set(['GB', 'CA', 'AU', 'NZ', 'IE']);

/** Features by which each bearer of a name is the one meant; `take` is called for one bearer after the other, `next` after each. */
export function resolutionFeatures(
  scene: Scene,
  group: Group,
  number: number,
  evidence: Evidence | null,
  belief: readonly number[],
  take: Take,
  next: () => void,
): void {
  const { gazetteer } = scene;
  const settings = evidence ? group.bearers.map(({ place }) => surroundings(gazetteer, place, number, evidence)) : [];
  const nearest = Math.max(0.3, ...settings.map(({ near }) => near));
  const closest = Math.max(0.3, ...settings.map(({ around }) => around));
  group.bearers.forEach((bearer, which) => {
    const { place } = bearer;
    const kind = gazetteer.kind(place);
    const broad = towns.has(kind) ? 'town' : states.has(kind) ? kind : 'famous';
    alone(scene, group, bearer, broad, take);
    const setting = settings[which];
    if (evidence && setting) {
      among(gazetteer, place, broad, evidence, (belief[which] ?? 0) * group.sure, group.sure, take);
      take(`near ${broad}`, Math.log2(1 + setting.near));
      take(`around ${broad}`, Math.log2(1 + setting.around));
      if (setting.near === nearest) take('nearest', 1);
      if (setting.around === closest) take('closest', 1);
      take(`holder named ${broad}`, setting.named);
      take(`holds others ${broad}`, Math.log2(1 + setting.inside));
    }
    next();
  });
}

/** What speaks for a bearer whatever else the text names: people, kind, qualifiers, the writer's English. */
function alone(scene: Scene, group: Group, bearer: Bearer, broad: string, take: Take): void {
  const { gazetteer } = scene;
  const { place, flag } = bearer;
  const kind = gazetteer.kind(place);
  const country = gazetteer.country(place);
  take(`kind=${broad === 'famous' ? broad : kind}`, 1);
  if (flag === alternate) take('alternate', 1);
  if (flag === shortened) take(`shortened ${kind}`, 1);
  take(`people ${broad}`, Math.log10((gazetteer.populations[place] ?? 0) + 1) / 4);
  if (weighed(gazetteer, bearer) >= group.top) take('largest', 1);
  if (country === 'US') {
    take('US', 1);
    take('US by its words', scene.american);
  } else if (english.has(country)) {
    take('English speaking', 1);
    take('Commonwealth by its words', scene.british);
  } else take('neither by its words', scene.american + scene.british);
  if (kind === 'country' && country !== 'US') take('country by American words', scene.american);
  if (group.below.some((below) => below.bearers.some((outer) => holds(gazetteer, outer.place, place)))) take('qualified', 1);
  else if (group.below.length > 0) take('another qualifier', 1);
  if (kind === 'admin2' && flag === shortened && group.countyAfter) take('county follows', 1);
  if (group.stateAfter) take(`state follows ${broad}`, 1);
}

/** What the other names say of its country and its state. */
function among(gazetteer: Gazetteer, place: number, broad: string, evidence: Evidence, own: number, sure: number, take: Take): void {
  const isCountry = broad === 'country';
  const state = broad === 'admin1' ? place : (gazetteer.admin1[place] ?? 0) - 1;
  const rest = Math.max(evidence.total - sure, 0) + 0.5;
  const forCountry = Math.max((evidence.countries.get(gazetteer.country(place)) ?? 0) - own, 0);
  const forState = state < 0 ? 0 : Math.max((evidence.states.get(state) ?? 0) - own, 0);
  take(`country ${isCountry ? 'itself' : 'of it'} said`, Math.log2(1 + forCountry));
  take(`country ${isCountry ? 'itself' : 'of it'} share`, forCountry / rest);
  if (isCountry) return;
  take(`state said ${broad}`, Math.log2(1 + forState));
  take(`state share ${broad}`, forState / rest);
}

/** Beliefs from scores: softmax. */
export function believe(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
