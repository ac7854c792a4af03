import type { Entity, Gathering } from '../actors/index.ts';
import { mentionCovering } from './mention-covering.ts';

/** "…, said Graham, who specified that …": a relative pronoun means the phrase right before it. */
export function whoBefore(gathering: Gathering, at: number): Entity | null {
  const { article } = gathering;
  for (let word = at - 1; word >= Math.max(0, at - 12); word--) {
    if (article.prose.words[word]?.sentence !== article.prose.words[at]?.sentence) return null;
    if ((article.nameAt[word] ?? -1) < 0 && !gathering.byHead.has(word)) continue;
    const entity = mentionCovering(gathering, word);
    if (entity !== null && entity.kind !== 'place') return entity;
  }
  return null;
}
