import type { Span } from '../../document/span.ts';
import type { Article } from './article.ts';
import { type Cast, type Entity, type EntityMention, newCast } from './entity.ts';
import type { Antecedent } from './pronouns.ts';

/** The state of one article while its actors are gathered. */
export interface Gathering {
  readonly article: Article;
  readonly cast: Cast;
  /** Entity of each name, by the name's index. */
  readonly owner: (Entity | null)[];
  readonly states: Map<string, Entity>;
  /** Entities by the nouns that describe them, in order of learning. */
  readonly byRole: Map<string, Entity[]>;
  /** The mention whose head is a word. */
  readonly byHead: Map<number, EntityMention>;
  /** All mentions in text order, as the pass saw them. */
  readonly recent: EntityMention[];
  /** Words that belong to a name's title or apposition and head no phrase of their own. */
  readonly used: Uint8Array;
  /** Sources of quotations by the sentence they stand in. */
  readonly sourcesBySentence: Map<number, Span[]>;
  /** Told of every pronoun's candidates: for fitting their weights. */
  readonly watch: ((at: number, ranked: readonly Antecedent[]) => void) | undefined;
  /** Word ranges of the sources of quotations. */
  readonly sourceAt: Uint8Array;
}

export const newGathering = (article: Article, watch?: Gathering['watch']): Gathering => ({
  article,
  watch,
  cast: newCast(),
  owner: article.names.map(() => null),
  states: new Map(),
  byRole: new Map(),
  byHead: new Map(),
  recent: [],
  sourcesBySentence: new Map(),
  used: new Uint8Array(article.prose.words.length),
  sourceAt: new Uint8Array(article.prose.words.length),
});

export function learnRole(gathering: Gathering, entity: Entity, role: string): void {
  entity.roles.add(role);
  const list = gathering.byRole.get(role);
  if (list === undefined) gathering.byRole.set(role, [entity]);
  else if (!list.includes(entity, Math.max(0, list.length - 64))) list.push(entity);
}
