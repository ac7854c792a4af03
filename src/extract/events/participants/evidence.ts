import type { Relation } from '../../../model/signals.ts';
import { type Entity, pointedTo } from '../../actors/index.ts';
import type { Asked } from './features.ts';
import type { Appearance } from './profile.ts';
import type { Stage } from './stage.ts';
import { standsFor } from './stands-for.ts';

/** A word that gets less of a pointer than this is not looked up: the phrase around it may be nobody's. */
const LOOKED_UP = 0.03;
/** Acts of two sides. */
const TWO_SIDED = new Set(['CONSULT', 'AGREE', 'COOPERATE']);
/** Words of a pointer that are looked up. */
const POINTED = 6;

/** All that speaks for somebody in one role of one act. */
export interface Evidence {
  /** The pointer's probability by the entity that its words stand for. */
  readonly pointed: ReadonlyMap<Entity, number>;
  /** The same of the other role. */
  readonly other: ReadonlyMap<Entity, number>;
  /** The probability of being the actor or recipient by any word of the window, by entity. */
  readonly anywhere: ReadonlyMap<Entity, number>;
  readonly bestAnywhere: Entity | undefined;
  readonly noneAnywhere: number;
  /** Where the network leads from the best pointed word, when that is a pronoun or a description. */
  readonly antecedent: ReadonlyMap<Entity, number>;
  /** Whom the best pointed word stands for; undefined where none does. */
  readonly best: Entity | undefined;
  /** How the best pointed word calls its actor. */
  readonly form: 'none' | 'name' | 'we' | 'I' | 'pronoun' | 'description';
  /** The pointer's words in order, those that stand for somebody. */
  readonly words: readonly { readonly word: number; readonly p: number; readonly entities: readonly Entity[] }[];
  readonly none: number;
  readonly strongest: number;
  readonly nearestBefore: Appearance | undefined;
  readonly nearestAfter: Appearance | undefined;
  readonly first: Appearance | undefined;
  readonly speakersHere: readonly Entity[];
  readonly candidates: readonly Entity[];
}

export function evidenceFor(stage: Stage, asked: Asked): Evidence {
  const { gathering } = stage;
  const { article } = gathering;
  const { words } = article.prose;
  const sentence = words[asked.from]?.sentence ?? -1;
  const paragraph = words[asked.from]?.paragraph ?? -1;
  const mine = lookUp(stage, `trigger-${asked.role}`, asked);
  const theirs = lookUp(stage, asked.role === 'actor' ? 'trigger-recipient' : 'trigger-actor', asked);
  const wide = lookUp(stage, `act-${asked.role}`, asked);
  const lead = mine.words[0];
  const antecedent = lead ? pointedTo(gathering, lead.word, Number.POSITIVE_INFINITY) : new Map<Entity, number>();
  // The second side of a meeting is another than the first, but where they met each other.
  const apart = TWO_SIDED.has(asked.type) && !(mine.words[0] && reciprocal(stage, mine.words[0].word));
  const candidates = new Set<Entity>([...mine.sums.keys(), ...wide.sums.keys(), ...antecedent.keys()]);
  let nearestBefore: Appearance | undefined;
  let nearestAfter: Appearance | undefined;
  let first: Appearance | undefined;
  for (const one of stage.bySentence.get(sentence) ?? []) {
    if (one.to <= asked.from && one.from >= (nearestBefore?.from ?? -1)) nearestBefore = one;
    if (one.from >= asked.to && one.from < (nearestAfter?.from ?? words.length)) nearestAfter = one;
    if (one.from < (first?.from ?? words.length)) first = one;
    candidates.add(one.entity);
  }
  for (const { entity } of stage.bySentence.get(sentence - 1) ?? []) candidates.add(entity);
  for (const entity of stage.byParagraph.get(paragraph) ?? []) candidates.add(entity);
  for (const entity of stage.byParagraph.get(paragraph - 1) ?? []) if (entity.named) candidates.add(entity);
  for (const entity of stage.most) candidates.add(entity);
  for (const entity of stage.saidAt(asked.from)?.speakers ?? []) candidates.add(entity);
  for (const entity of stage.past.recent(asked.type)) candidates.add(entity);
  return {
    pointed: mine.sums,
    other: theirs.sums,
    anywhere: wide.sums,
    bestAnywhere: mostOf(wide.sums),
    noneAnywhere: wide.none,
    antecedent,
    best: lead?.entities[0],
    form: lead ? formOf(stage, lead.word) : 'none',
    words: mine.words,
    none: mine.none,
    strongest: lead?.p ?? 0,
    nearestBefore,
    nearestAfter,
    first,
    speakersHere: stage.speakersIn.get(sentence) ?? [],
    candidates: [...candidates].filter((entity) => !(apart && asked.actor.includes(entity))).sort((a, b) => a.index - b.index),
  };
}

function formOf({ gathering }: Stage, word: number): Evidence['form'] {
  const { article } = gathering;
  const lower = article.prose.lowers[word] ?? '';
  if (/^(?:we|us|our|ours)$/u.test(lower)) return 'we';
  const pronoun = article.lexicon.pronouns.get(lower);
  if (pronoun) return pronoun.person === '1' ? 'I' : 'pronoun';
  return (article.nameAt[word] ?? -1) >= 0 ? 'name' : 'description';
}

function lookUp(stage: Stage, relation: Relation, asked: Asked) {
  const sums = new Map<Entity, number>();
  const found: { word: number; p: number; entities: readonly Entity[] }[] = [];
  let none = 0;
  for (const { word, p } of stage.signals.point(relation, asked.from, POINTED)) {
    if (word < 0) none = p;
    else if (p >= LOOKED_UP) {
      const entities = reciprocal(stage, word) ? (asked.actor.length > 0 ? asked.actor : standsFor(word, stage)) : standsFor(word, stage);
      for (const entity of entities) sums.set(entity, (sums.get(entity) ?? 0) + p);
      if (entities.length > 0) found.push({ word, p, entities });
    }
  }
  return { sums, words: found, none };
}

/** "Each other", "one another": those who do it. */
function reciprocal({ gathering }: Stage, word: number): boolean {
  const { lowers } = gathering.article.prose;
  return (lowers[word] === 'other' && lowers[word - 1] === 'each') || (lowers[word] === 'another' && lowers[word - 1] === 'one');
}

/** Whoever has the largest share; the first found of equals. */
function mostOf(sums: ReadonlyMap<Entity, number>): Entity | undefined {
  let best: Entity | undefined;
  for (const [entity, p] of sums) if (best === undefined || p > (sums.get(best) ?? 0)) best = entity;
  return best;
}
