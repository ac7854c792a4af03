import type { Event } from '../../../reading/schema.ts';
import type { Entity } from '../../actors/index.ts';

export type Role = 'actor' | 'recipient';

/** An act with whoever has been found for it. */
export interface Act {
  readonly type: Event['type'];
  /** `stemOf` its first word. */
  readonly stem: string;
  readonly sentence: number;
  readonly actor: readonly Entity[];
  readonly recipient: readonly Entity[];
}

/** What an entity has been in the acts so far, in one role. */
export interface Record {
  readonly times: number;
  readonly types: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** The sentence of its last act. */
  readonly sentence: number;
}

/** The acts of an article so far. */
export interface Past {
  add(act: Act): void;
  record(role: Role, entity: Entity): Record;
  readonly last: Act | undefined;
  /** Whether the first has done something to the second. */
  met(actor: Entity, recipient: Entity): boolean;
  /** Those who took part in the last acts, and in the last of a type. */
  recent(type: Event['type']): readonly Entity[];
}

/** Acts just before, and of the same type, whose participants may be meant again. */
const LAST = 4;
const OF_TYPE = 6;
const nothing: Record = { times: 0, types: new Set(), stems: new Set(), sentence: -1 };

export function newPast(): Past {
  const acts: Act[] = [];
  const byType = new Map<string, Act[]>();
  const pairs = new Map<Entity, Set<Entity>>();
  const records = { actor: new Map<Entity, Mutable>(), recipient: new Map<Entity, Mutable>() };
  interface Mutable extends Record {
    times: number;
    types: Set<string>;
    stems: Set<string>;
    sentence: number;
  }
  return {
    add(act) {
      acts.push(act);
      const same = byType.get(act.type);
      if (same) same.push(act);
      else byType.set(act.type, [act]);
      for (const role of ['actor', 'recipient'] as const)
        for (const entity of act[role]) {
          const record = records[role].get(entity) ?? { times: 0, types: new Set<string>(), stems: new Set<string>(), sentence: -1 };
          record.times++;
          record.types.add(act.type);
          record.stems.add(act.stem);
          record.sentence = act.sentence;
          records[role].set(entity, record);
        }
      for (const actor of act.actor) {
        const met = pairs.get(actor) ?? new Set();
        for (const recipient of act.recipient) met.add(recipient);
        pairs.set(actor, met);
      }
    },
    record: (role, entity) => records[role].get(entity) ?? nothing,
    get last() {
      return acts.at(-1);
    },
    met: (actor, recipient) => pairs.get(actor)?.has(recipient) ?? false,
    recent(type) {
      const of = [...acts.slice(-LAST), ...(byType.get(type) ?? []).slice(-OF_TYPE)];
      return [...new Set(of.flatMap(({ actor, recipient }) => [...actor, ...recipient]))];
    },
  };
}

/** A word without its commonest endings, so that "bombed", "bombing" and "bombs" are one act. */
export const stemOf = (lower: string): string =>
  lower.length > 5 ? lower.replace(/(?:ings?|ed|es|s|e|d)$/u, '') : lower.replace(/s$/u, '');
