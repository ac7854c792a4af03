import type { Entity } from './entity.ts';
import type { Gathering } from './gathering.ts';

/** The first name or described actor in the few words from `from`, before a mark ends the phrase. */
export function resolveOwner(gathering: Gathering, from: number): Entity | null {
  const { article, owner } = gathering;
  for (let at = from; at < from + 9; at++) {
    const name = article.nameAt[at] ?? -1;
    if (name >= 0) {
      // "the University of Minnesota's Francis Shen": the last of a chain of possessives counts.
      const to = article.names[name]?.to ?? at + 1;
      const next = article.prose.words[to];
      if (next?.glued && (next.text === "'" || next.text === '’') && (article.nameAt[to + 2] ?? -1) >= 0) {
        at = to + 1;
        continue;
      }
      // "Federal Reserve Chairman Ben Bernanke": of names that lead to a person the person counts.
      const titled = article.titleOf[to] ?? -1;
      if (titled >= 0) {
        at = (article.names[titled]?.from ?? at + 1) - 1;
        continue;
      }
      const entity = owner[name] ?? null;
      if (entity !== null) return entity;
      at = to - 1;
      continue;
    }
    const mention = gathering.byHead.get(at);
    if (mention !== undefined) return mention.entity;
    const word = article.prose.words[at];
    if (word === undefined || (word.shape === 'mark' && word.text !== '-')) return null;
  }
  return null;
}
