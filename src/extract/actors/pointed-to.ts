import type { Entity } from './entity.ts';
import type { Gathering } from './gathering.ts';

/** Whom the network takes a word to mean among those told of before the word `before`: its antecedents' probabilities by entity. */
export function pointedTo(gathering: Gathering, word: number, before: number): ReadonlyMap<Entity, number> {
  const { article, owner, byHead } = gathering;
  const sums = new Map<Entity, number>();
  for (const { word: antecedent, p } of article.signals.point('antecedent', word)) {
    if (antecedent < 0 || antecedent >= before) continue;
    const entity = owner[article.nameAt[antecedent] ?? -1] ?? byHead.get(antecedent)?.entity;
    if (entity) sums.set(entity, (sums.get(entity) ?? 0) + p);
  }
  return sums;
}
