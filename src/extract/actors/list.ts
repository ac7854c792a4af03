import type { Actor, Mention } from '../../reading/schema.ts';
import { spanOf } from '../names/index.ts';
import type { Entity } from './entity.ts';
import type { Gathering } from './gathering.ts';

export interface ListedActors {
  /** Actors of the reading, in order of first appearance, `a1`, `a2`, … */
  readonly actors: readonly Actor[];
  /** The id of an entity; null for one that is not listed. */
  idOf(entity: Entity): string | null;
}

/** Roles that are inner keys of matching. */
const inner = (role: string): boolean => role.includes(':');

/**
 * The actors of a reading: everybody named, and of the places and the unnamed only those who speak or act (`used`).
 */
export function listActors(gathering: Gathering, used: ReadonlySet<Entity>): ListedActors {
  const listed = gathering.cast.entities.filter((entity) => used.has(entity) || (entity.named && entity.kind !== 'place'));
  const first = new Map(
    listed.map((entity) => [entity, entity.mentions.reduce((least, mention) => Math.min(least, mention.from), Number.MAX_SAFE_INTEGER)]),
  );
  listed.sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0) || a.index - b.index);
  const ids = new Map(listed.map((entity, i) => [entity, `a${i + 1}`]));
  return { actors: listed.map((entity) => actor(gathering, entity, ids.get(entity) ?? '')), idOf: (entity) => ids.get(entity) ?? null };
}

function actor(gathering: Gathering, entity: Entity, id: string): Actor {
  const { words } = gathering.article.prose;
  const mentions: Mention[] = entity.mentions
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .map((mention) => ({ ...spanOf(words, mention), form: mention.form }));
  const role = [...entity.roles].find((noun) => !inner(noun)) ?? null;
  const country = [...entity.countries][0] ?? null;
  return {
    id,
    name: entity.name,
    kind: entity.kind === 'place' ? 'organisation' : entity.kind,
    of: entity.of,
    role: entity.kind === 'country' ? null : role,
    country,
    sector: entity.sector,
    wikidata: null,
    mentions,
  };
}
