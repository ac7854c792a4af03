import { type Entity, type Gathering, resolveSpan } from '../actors/index.ts';

/** Who a single word stands for: through the name, description or pronoun that it belongs to. */
export function mentionCovering(gathering: Gathering, word: number): Entity | null {
  const { article } = gathering;
  const name = article.nameAt[word] ?? -1;
  if (name >= 0) return gathering.owner[name] ?? null;
  const mention = gathering.byHead.get(word);
  if (mention !== undefined) return mention.entity;
  const at = article.prose.words[word];
  return at === undefined ? null : (resolveSpan(gathering, at)[0] ?? null);
}
