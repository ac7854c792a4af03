import type { Entity, Gathering } from '../../actors/index.ts';

/** Where an entity is meant: the words of one mention. */
export interface Appearance {
  readonly entity: Entity;
  readonly from: number;
  readonly to: number;
  /** Inside a phrase about somebody else: `Trump` of "Trump's lawyer". */
  readonly inner: boolean;
}

/** Where in an article an entity is meant, by sentence and paragraph. */
export interface Profile {
  readonly count: number;
  readonly first: Appearance | undefined;
  readonly firstParagraph: number;
  readonly bySentence: ReadonlyMap<number, readonly Appearance[]>;
  readonly paragraphs: ReadonlySet<number>;
}

export function profileOf(entity: Entity, { article }: Gathering): Profile {
  const { words } = article.prose;
  const bySentence = new Map<number, Appearance[]>();
  const paragraphs = new Set<number>();
  const mentions = entity.mentions.toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to, head, inner } of mentions) {
    const word = words[head];
    if (!word) continue;
    const there = bySentence.get(word.sentence);
    const appearance = { entity, from, to, inner };
    if (there) there.push(appearance);
    else bySentence.set(word.sentence, [appearance]);
    paragraphs.add(word.paragraph);
  }
  const first = mentions[0];
  return {
    count: mentions.length,
    first: first && { entity, from: first.from, to: first.to, inner: first.inner },
    firstParagraph: words[first?.head ?? -1]?.paragraph ?? Number.POSITIVE_INFINITY,
    bySentence,
    paragraphs,
  };
}
