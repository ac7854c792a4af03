import type { Entity } from '../../actors/index.ts';
import type { Trace } from '../../why.ts';
import { eventTypes } from '../quad.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { type Asked, featuresOf, kindAndType, noneFeatures } from './features.ts';
import type { Stage } from './stage.ts';
import { WEIGHTS } from './weights.ts';

export { stemOf } from './past.ts';
export { newStage, type Stage } from './stage.ts';

/** One candidate as the softmax saw it; `entity` null for "nobody". */
export interface Ranked {
  readonly entity: Entity | null;
  readonly features: readonly number[];
  readonly column: number;
  readonly p: number;
}

/** Told of every choice: for fitting the weights. */
export type Watch = (asked: Asked, ranked: readonly Ranked[], chosen: readonly Entity[]) => void;

/**
 * Who does it, or to whom it is done: a softmax over whoever stands near, is pointed to, or acted before, and "nobody".
 * The network's pointer speaks loudest; what it cannot see, being further away than its window or told only by the story, the rest of the
 * features tell.
 */
export function participants(stage: Stage, asked: Asked, trace: Trace, record: string, watch?: Watch): readonly Entity[] {
  const evidence = evidenceFor(stage, asked);
  const weights = WEIGHTS[asked.role];
  const ranked: { entity: Entity | null; features: number[]; column: number; p: number }[] = [];
  const add = (entity: Entity | null, features: number[], own: readonly number[], column: number, table: readonly number[]): void => {
    const score = features.reduce((sum, value, k) => sum + value * (own[k] ?? 0), table[column] ?? 0);
    ranked.push({ entity, features, column, p: score });
  };
  add(null, noneFeatures(stage, asked, evidence), weights.none, eventTypes.indexOf(asked.type), weights.noneByType);
  for (const entity of evidence.candidates)
    add(entity, featuresOf(stage, asked, evidence, entity), weights.features, kindAndType(entity.kind, asked.type), weights.kindByType);
  const top = ranked.reduce((most, { p }) => Math.max(most, p), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (const one of ranked) total += one.p = Math.exp(one.p - top);
  for (const one of ranked) one.p /= total;
  const order = ranked.toSorted((a, b) => b.p - a.p || (a.entity?.index ?? -1) - (b.entity?.index ?? -1));
  const best = order[0]?.entity ?? null;
  const chosen = best === null ? [] : withCompany(best, evidence, stage).filter((entity) => evidence.candidates.includes(entity));
  watch?.(asked, ranked, chosen);
  trace.note(() => ({
    record,
    field: asked.role,
    value: chosen.map(({ name }) => name).join(' + ') || 'none',
    by: 'softmax:participants',
    score: order[0]?.p ?? null,
    rejected: order.slice(1, 6).map(({ entity, p }) => ({ value: entity?.name ?? 'none', score: p })),
  }));
  return chosen;
}

/** Those who share the act ("Putin and Kim met"): all whom the pointed word stands for, and the next pointed word when it is coordinated with it. */
function withCompany(best: Entity, evidence: Evidence, stage: Stage): readonly Entity[] {
  const own = evidence.words.find(({ entities }) => entities.includes(best));
  if (!own) return [best];
  const together = evidence.words.filter(({ word, p }) => word === own.word || (p >= 0.5 * own.p && coordinated(word, own.word, stage)));
  return [...new Set(together.toSorted((a, b) => a.word - b.word).flatMap(({ entities }) => entities))];
}

/** Whether only "and", "or" or commas with few words stand between two words. */
function coordinated(a: number, b: number, { gathering }: Stage): boolean {
  const { prose } = gathering.article;
  const [from, to] = a < b ? [a, b] : [b, a];
  if (to - from > 12) return false;
  const between = prose.words.slice(from + 1, to);
  return (
    between.some(({ lower }) => lower === 'and' || lower === 'or' || lower === ',') && between.every(({ text }) => !/^[.;:?!]$/u.test(text))
  );
}
