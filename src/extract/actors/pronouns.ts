import type { Pronoun } from '../lexicon/index.ts';
import type { Entity, EntityMention } from './entity.ts';
import type { Gathering } from './gathering.ts';

/** What speaks for a candidate as the antecedent of a pronoun. */
export interface Evidence {
  readonly entity: Entity;
  readonly features: readonly number[];
  readonly score: number;
}

/** Names of the features, in the order of the weights. */
export const FEATURES = [
  'sentences back 0', 'sentences back 1', 'sentences back 2', 'sentences back 3 or more', 'log words back', 'opens its sentence', 'source of a quotation', 'inside quoted words', 'inside another phrase', 'after a preposition',
  'is itself a pronoun', 'gender fits', 'gender unknown', 'log mentions so far', 'same paragraph', 'in the sentence before and opens it', 'never named', 'same sentence and a possessive', 'pointer',
] as const;

/** Fitted on the sources `he` and `she` of the training articles (a ranker over the candidates); the pointer's weight by hand. */
export const WEIGHTS: readonly number[] = [0.3, 0.6, 0, -0.8, -0.5, 0.6, 1.2, -2, -1, -0.8, 0.7, 1.5, 0, 0.5, 0.4, 0.5, -0.7, 0.3, 4];

const PREPOSITIONS = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'to', 'on', 'by', 'about', 'against', 'like', 'over', 'under', 'than', 'than', 'between', 'including', 'as', 'and', 'or']);
/** Mentions looked at, counted back from the pronoun. */
const REACH = 40;

/** Candidates for a third-person pronoun at `at`, best first. `recent` are the mentions before it in text order. */
export function antecedents(gathering: Gathering, pronoun: Pronoun, at: number, recent: readonly EntityMention[]): readonly Evidence[] {
  const best = new Map<Entity, Evidence>();
  const pointers = pointed(gathering, at, recent);
  for (let i = recent.length - 1; i >= Math.max(0, recent.length - REACH); i--) {
    const mention = recent[i] as EntityMention;
    const { entity } = mention;
    if (!agrees(pronoun, entity)) continue;
    const features = featuresOf(gathering, pronoun, at, mention, pointers.get(entity) ?? 0);
    const score = features.reduce((sum, value, k) => sum + value * (WEIGHTS[k] ?? 0), 0);
    if (score > (best.get(entity)?.score ?? Number.NEGATIVE_INFINITY)) best.set(entity, { entity, features, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.entity.last - a.entity.last);
}

function agrees(pronoun: Pronoun, entity: Entity): boolean {
  if (pronoun.gender === 'm' || pronoun.gender === 'f') {
    if (entity.kind !== 'person' && !(entity.kind === 'unnamed' && entity.number === 's')) return false;
    return entity.gender === null || entity.gender === pronoun.gender;
  }
  if (pronoun.gender === 'n') return entity.kind === 'organisation' || entity.kind === 'country' || (entity.kind === 'unnamed' && entity.number === 's' && entity.gender === null);
  return entity.number === 'p' || entity.kind === 'organisation' || entity.kind === 'group' || entity.kind === 'country';
}

function featuresOf(gathering: Gathering, pronoun: Pronoun, at: number, mention: EntityMention, pointer: number): number[] {
  const { article } = gathering;
  const { words, lowers } = article.prose;
  const here = words[at];
  const there = words[mention.head];
  const back = (here?.sentence ?? 0) - (there?.sentence ?? 0);
  const opens = opensSentence(gathering, mention);
  const quoted = article.quotedBy[mention.head] !== -1 && article.quotedBy[mention.head] !== article.quotedBy[at];
  const { entity } = mention;
  const flag = (value: boolean): number => (value ? 1 : 0);
  return [
    flag(back === 0), flag(back === 1), flag(back === 2), flag(back > 2), Math.log2(1 + at - mention.from) / 4, flag(opens), flag(gathering.sourceAt[mention.head] === 1), flag(quoted), flag(mention.inner),
    flag(PREPOSITIONS.has(lowers[mention.from - 1] ?? '')), flag(mention.form === 'pronoun'), flag(entity.gender !== null && entity.gender === pronoun.gender), flag(entity.gender === null),
    Math.log2(1 + entity.seen) / 3, flag(here?.paragraph === there?.paragraph), flag(opens && back === 1), flag(!entity.named), flag(back === 0 && pronoun.case === 'possessive'), pointer,
  ];
}

/** Whether nothing but small words and quoted words stands before the mention in its sentence. */
function opensSentence(gathering: Gathering, mention: EntityMention): boolean {
  const { words, lowers } = gathering.article.prose;
  const sentence = words[mention.from]?.sentence;
  for (let at = mention.from - 1; at >= 0 && at > mention.from - 4; at--) {
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) return true;
    if (gathering.article.quotedBy[at] !== -1) return true;
    if (word.shape !== 'mark' && !['the', 'but', 'and', 'yet', 'still', 'meanwhile', 'however', 'later', 'also', 'then'].includes(lowers[at] ?? '')) return false;
  }
  return words[mention.from - 1] === undefined || words[mention.from - 1]?.sentence !== sentence;
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
