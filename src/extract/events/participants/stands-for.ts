import { type Entity, type Gathering, resolveSpan } from '../../actors/index.ts';
import { type Run, spanOf } from '../../names/index.ts';
import type { Spoken } from '../../speakers/index.ts';

/** Words that a description may reach back over: "a senior Pentagon official". */
const REACH = 5;
const OPENS =
  /^(?:the|a|an|his|her|its|their|our|my|some|many|several|these|those|this|that|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)$/u;
/** A pointer may land on the end of "Trump's": the name is before it. */
const APOSTROPHE = /^['’]$/u;

/** What a word that a pointer lands on is looked up in. */
export interface Cast {
  readonly gathering: Gathering;
  /** The quotation in whose words a word stands. */
  readonly saidAt: (word: number) => Spoken | undefined;
}

/** Whoever a word stands for: a name, "I" of a speaker, "who" of what goes before it, a description, a pronoun. */
export function standsFor(word: number, cast: Cast): readonly Entity[] {
  const { gathering } = cast;
  const { article } = gathering;
  const owner = gathering.owner[article.nameAt[word] ?? -1];
  if (owner) return [owner];
  const lower = article.prose.lowers[word] ?? '';
  if (word > 0 && (APOSTROPHE.test(lower) || (lower === 's' && APOSTROPHE.test(article.prose.lowers[word - 1] ?? ''))))
    return standsFor(word - 1, cast);
  const mention = gathering.byHead.get(word);
  if (mention) return [mention.entity];
  const person = article.lexicon.pronouns.get(lower)?.person;
  // "We will act", she said: she, or those for whom she speaks; the one who says it is what the text gives.
  if (person === '1') return cast.saidAt(word)?.speakers ?? [];
  if (person === 'r' && word > 0) return standsFor(beforeRelative(word, gathering), cast);
  return resolveSpan(gathering, spanOf(article.prose.words, phraseEndingAt(word, gathering)));
}

/** The last word of the phrase before "who", over a comma. */
function beforeRelative(word: number, { article }: Gathering): number {
  const { words } = article.prose;
  return words[word - 1]?.text === ',' && word > 1 ? word - 2 : word - 1;
}

/** The noun phrase that ends at a word: back to its determiner, never over a mark. */
function phraseEndingAt(word: number, { article }: Gathering): Run {
  const { words } = article.prose;
  for (let from = word; from > word - REACH && from >= 0; from--) {
    const at = words[from];
    if (!at || (at.shape === 'mark' && from < word)) break;
    if (OPENS.test(at.lower)) return { from, to: word + 1 };
  }
  return { from: word, to: word + 1 };
}
