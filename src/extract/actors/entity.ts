import type { Actor } from '../../reading/schema.ts';
import type { Gender } from '../lexicon/index.ts';
import type { Run } from '../names/index.ts';

/** `place` only here: a place that speaks or acts is listed as an organisation ("Capitol Hill"), for a reading knows no such actor. */
export type Kind = Actor['kind'] | 'place';

/** One place where an entity is meant. */
export interface EntityMention extends Run {
  /** The word that stands for it: the last word of the name, the noun, the pronoun. */
  readonly head: number;
  readonly form: 'name' | 'description' | 'pronoun';
  /** Inside a larger phrase about somebody else: `Trump` of "Trump's lawyer" or "the Trump administration". */
  readonly inner: boolean;
  readonly entity: Entity;
}

/** Somebody or something of one article that can speak or act. Grows while the article is gathered. */
export interface Entity {
  readonly index: number;
  kind: Kind;
  name: string;
  gender: Gender | null;
  number: 's' | 'p';
  /** Nouns that describe it, in dictionary form: president, spokesman, court, company. */
  readonly roles: Set<string>;
  /** ISO 3166 alpha-3 codes of the states that it belongs to. */
  readonly countries: Set<string>;
  /** For whom it acts or where it belongs, as a name. */
  of: string | null;
  sector: string | null;
  /** Those whose lawyer, sister, spokesman it is said to be. */
  readonly linked: Set<Entity>;
  /** Whether it has a proper name in the article. */
  named: boolean;
  readonly mentions: EntityMention[];
  /** First word of its last mention so far in the pass through the text; -1 before the first. */
  last: number;
  /** How many mentions the pass has seen. */
  seen: number;
}

/** The entities of one article. */
export interface Cast {
  readonly entities: Entity[];
  readonly byRun: Map<number, EntityMention>;
}

export const newCast = (): Cast => ({ entities: [], byRun: new Map() });

const key = (run: Run): number => run.from * 1024 + Math.min(1023, run.to - run.from);

/** The mention that is exactly this run, if it has been read already. */
export const mentionAt = (cast: Cast, run: Run): EntityMention | undefined => cast.byRun.get(key(run));

export function newEntity(cast: Cast, kind: Kind, name: string, parts: Partial<Omit<Entity, 'index' | 'kind' | 'name'>> = {}): Entity {
  const entity: Entity = {
    index: cast.entities.length,
    kind,
    name,
    gender: null,
    number: 's',
    roles: new Set(),
    countries: new Set(),
    of: null,
    sector: null,
    linked: new Set(),
    named: false,
    mentions: [],
    last: -1,
    seen: 0,
    ...parts,
  };
  cast.entities.push(entity);
  return entity;
}

/** Adds a mention; a run belongs to the entity that had it first. */
export function addMention(cast: Cast, entity: Entity, run: Run, head: number, form: EntityMention['form'], inner = false): EntityMention {
  const known = mentionAt(cast, run);
  if (known !== undefined) return known;
  const mention: EntityMention = { from: run.from, to: run.to, head, form, inner, entity };
  cast.byRun.set(key(run), mention);
  entity.mentions.push(mention);
  return mention;
}
