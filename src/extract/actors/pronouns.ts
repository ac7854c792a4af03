import type { Pronoun } from '../lexicon/index.ts';
import type { Entity, EntityMention } from './entity.ts';
import type { Gathering } from './gathering.ts';
import { FEATURES, featuresOf, type Trail } from './pronoun-features.ts';
import { PRONOUN_WEIGHTS } from './pronoun-weights.ts';

/** A candidate for a pronoun's antecedent. */
export interface Antecedent {
  readonly entity: Entity;
  readonly features: readonly number[];
  readonly score: number;
}

/** Mentions looked at, counted back from the pronoun. */
const REACH = 60;

/** Candidates for a third-person pronoun at `at`, best first. `recent` are the mentions before it in text order. */
export function antecedents(
  gathering: Gathering,
  pronoun: Pronoun,
  at: number,
  recent: readonly EntityMention[],
  before = recent.length,
): readonly Antecedent[] {
  const trails = new Map<Entity, EntityMention[]>();
  let lastSource: Entity | null = null;
  let lastPronoun: Entity | null = null;
  for (let i = before - 1; i >= Math.max(0, before - REACH); i--) {
    const mention = recent[i] as EntityMention;
    if (lastSource === null && gathering.sourceAt[mention.head] === 1 && !mention.inner) lastSource = mention.entity;
    if (!agrees(pronoun, mention.entity)) continue;
    if (lastPronoun === null && mention.form === 'pronoun') lastPronoun = mention.entity;
    const trail = trails.get(mention.entity);
    if (trail === undefined) trails.set(mention.entity, [mention]);
    else if (trail.length < 12) trail.push(mention);
  }
  const pointers = before === recent.length ? pointed(gathering, at, recent) : new Map<Entity, number>();
  const kind =
    pronoun.person === '1'
      ? 'person'
      : pronoun.gender === 'm' || pronoun.gender === 'f'
        ? 'person'
        : pronoun.gender === 'n'
          ? 'thing'
          : 'many';
  const weights = PRONOUN_WEIGHTS[kind];
  const found: Antecedent[] = [];
  for (const [entity, mentions] of trails) {
    const trail: Trail = {
      entity,
      mentions,
      rank: found.length,
      lastSource: entity === lastSource,
      lastPronoun: entity === lastPronoun,
      pointer: pointers.get(entity) ?? 0,
    };
    const features = featuresOf(gathering, pronoun, at, trail);
    found.push({ entity, features, score: FEATURES.reduce((sum, _, k) => sum + (features[k] ?? 0) * (weights[k] ?? 0), 0) });
  }
  return found.sort((a, b) => b.score - a.score || b.entity.last - a.entity.last);
}

function agrees(pronoun: Pronoun, entity: Entity): boolean {
  if (pronoun.gender === 'm' || pronoun.gender === 'f') {
    if (entity.kind !== 'person' && !(entity.kind === 'unnamed' && entity.number === 's')) return false;
    return entity.gender === null || entity.gender === pronoun.gender;
  }
  // Any speaker at all.
  if (pronoun.person === '1') return entity.kind !== 'place' && entity.kind !== 'country';
  if (pronoun.gender === 'n')
    return (
      entity.kind === 'organisation' ||
      entity.kind === 'country' ||
      (entity.kind === 'unnamed' && entity.number === 's' && entity.gender === null)
    );
  return entity.number === 'p' || entity.kind === 'organisation' || entity.kind === 'group' || entity.kind === 'country';
}

/** The network's pointers from the pronoun, summed by the entity whose mention they land on. */
function pointed(gathering: Gathering, at: number, recent: readonly EntityMention[]): ReadonlyMap<Entity, number> {
  const sums = new Map<Entity, number>();
  for (const { word, p } of gathering.article.signals.point('antecedent', at)) {
    if (word < 0 || p < 0.02) continue;
    for (let i = recent.length - 1; i >= Math.max(0, recent.length - REACH); i--) {
      const mention = recent[i] as EntityMention;
      if (mention.from <= word && word < mention.to) {
        sums.set(mention.entity, (sums.get(mention.entity) ?? 0) + p);
        break;
      }
    }
  }
  return sums;
}
