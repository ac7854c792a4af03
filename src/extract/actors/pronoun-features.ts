import type { Pronoun } from '../lexicon/index.ts';
import type { Entity, EntityMention } from './entity.ts';
import type { Gathering } from './gathering.ts';

/** A candidate with its latest mentions before the pronoun, the latest first. */
export interface Trail {
  readonly entity: Entity;
  readonly mentions: readonly EntityMention[];
  /** 0 for the candidate mentioned last. */
  readonly rank: number;
  readonly lastSource: boolean;
  readonly lastPronoun: boolean;
  readonly pointer: number;
}

/** Names of the features, in the order of the weights. */
export const FEATURES = [
  'nearest in the same sentence',
  'nearest one sentence back',
  'nearest two back',
  'nearest three or more back',
  'log words to the nearest',
  'log rank',
  'mentioned last',
  'spoke last',
  'spoke last and is mentioned in this paragraph',
  'last pronoun',
  'opens the sentence before',
  'opens this sentence',
  'subject in this sentence',
  'subject in the sentence before',
  'subject of the last sentence outside quotations',
  'nearest inside quoted words',
  'only inside quoted words',
  'nearest inside another phrase',
  'nearest after a preposition',
  'gender fits',
  'never named',
  'log mentions so far',
  'in this paragraph',
  'opens this paragraph',
  'opens the paragraph before',
  'spoke last and pronoun opens its sentence',
  'subject in this sentence and pronoun does not open',
  'nearest is a name',
  'says the words around it',
  'pointer',
] as const;

const PREPOSITIONS = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'with',
  'to',
  'on',
  'by',
  'about',
  'against',
  'like',
  'over',
  'under',
  'than',
  'between',
  'including',
  'as',
  'and',
  'or',
]);
const AUXILIARIES = new Set([
  'is',
  'was',
  'are',
  'were',
  'has',
  'had',
  'have',
  'will',
  'would',
  'could',
  'should',
  'can',
  'may',
  'might',
  'did',
  'does',
  'do',
  'also',
  'then',
  'later',
  'recently',
  'has',
  'never',
  'often',
  'repeatedly',
  'himself',
  'herself',
  'told',
  'made',
  'took',
  'went',
  'came',
  'gave',
  'met',
  'won',
  'ran',
  'left',
  'began',
  'who',
]);

export function featuresOf(gathering: Gathering, pronoun: Pronoun, at: number, trail: Trail): readonly number[] {
  const { article } = gathering;
  const { words, lowers } = article.prose;
  const here = words[at];
  const sentence = here?.sentence ?? 0;
  const paragraph = here?.paragraph ?? 0;
  const nearest = trail.mentions[0] as EntityMention;
  const back = sentence - (words[nearest.head]?.sentence ?? 0);
  const outside = (mention: EntityMention): boolean =>
    article.quotedBy[mention.head] === -1 || article.quotedBy[mention.head] === article.quotedBy[at];
  const flag = (value: boolean): number => (value ? 1 : 0);
  const some = (test: (mention: EntityMention) => boolean): boolean => trail.mentions.some((mention) => outside(mention) && test(mention));
  const inSentence = (mention: EntityMention, n: number): boolean => (words[mention.head]?.sentence ?? 0) === n;
  const inParagraph = (mention: EntityMention, n: number): boolean => (words[mention.head]?.paragraph ?? 0) === n;
  const opensHere = startsSentence(gathering, at);
  const before = spokenSentenceBefore(gathering, at);
  const subjectHere = some((mention) => inSentence(mention, sentence) && subject(gathering, mention));
  const lastInParagraph = trail.lastSource && some((mention) => inParagraph(mention, paragraph));
  return [
    flag(back === 0),
    flag(back === 1),
    flag(back === 2),
    flag(back > 2),
    Math.log2(1 + at - nearest.from) / 4,
    Math.log2(1 + trail.rank),
    flag(trail.rank === 0),
    flag(trail.lastSource),
    flag(lastInParagraph),
    flag(trail.lastPronoun),
    flag(some((mention) => inSentence(mention, before) && opens(gathering, mention))),
    flag(some((mention) => inSentence(mention, sentence) && opens(gathering, mention))),
    flag(subjectHere),
    flag(some((mention) => inSentence(mention, sentence - 1) && subject(gathering, mention))),
    flag(some((mention) => inSentence(mention, before) && subject(gathering, mention))),
    flag(!outside(nearest)),
    flag(!trail.mentions.some(outside)),
    flag(nearest.inner),
    flag(PREPOSITIONS.has(lowers[nearest.from - 1] ?? '')),
    flag(trail.entity.gender !== null && trail.entity.gender === pronoun.gender),
    flag(!trail.entity.named),
    Math.log2(1 + trail.entity.seen) / 3,
    flag(some((mention) => inParagraph(mention, paragraph))),
    flag(some((mention) => inParagraph(mention, paragraph) && opensParagraph(gathering, mention))),
    flag(some((mention) => inParagraph(mention, paragraph - 1) && opensParagraph(gathering, mention))),
    flag(trail.lastSource && opensHere),
    flag(subjectHere && !opensHere),
    flag(nearest.form === 'name'),
    flag(speaksHere(gathering, at, trail)),
    trail.pointer,
  ];
}

/** "Kim told Putin that he will support …": in words told without marks a pronoun likes their speaker. */
function speaksHere(gathering: Gathering, at: number, trail: Trail): boolean {
  const { article } = gathering;
  const quotation = article.quotations[article.saidIn[at] ?? -1];
  // A source itself is more often somebody whom the speaker quotes.
  if (article.quotedBy[at] !== -1 || gathering.sourceAt[at] === 1 || !quotation?.source) return false;
  const { start, end } = quotation.source;
  return trail.mentions.some((mention) => {
    const head = article.prose.words[mention.head];
    return head !== undefined && start <= head.start && head.end <= end;
  });
}

/** Whether only marks stand before a word in its sentence. */
function startsSentence(gathering: Gathering, at: number): boolean {
  const { words } = gathering.article.prose;
  let from = at;
  while (from > 0 && words[from - 1]?.shape === 'mark' && words[from - 1]?.sentence === words[at]?.sentence) from--;
  return words[from - 1]?.sentence !== words[at]?.sentence;
}

/** The last sentence before the pronoun's that has words outside quotation marks. */
function spokenSentenceBefore(gathering: Gathering, at: number): number {
  const { prose, quotedBy } = gathering.article;
  const sentence = prose.words[at]?.sentence ?? 0;
  for (let word = at; word >= Math.max(0, at - 250); word--) {
    const there = prose.words[word];
    if (there !== undefined && there.sentence < sentence && quotedBy[word] === -1 && there.shape !== 'mark') return there.sentence;
  }
  return sentence - 1;
}

/** Whether nothing but small words and quoted words stands before the mention in its sentence. */
function opens(gathering: Gathering, mention: EntityMention): boolean {
  const { words, lowers } = gathering.article.prose;
  const sentence = words[mention.from]?.sentence;
  for (let at = mention.from - 1; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || word.sentence !== sentence || gathering.article.quotedBy[at] !== -1) return true;
    if (
      word.shape !== 'mark' &&
      !['the', 'but', 'and', 'yet', 'still', 'meanwhile', 'however', 'later', 'also', 'then'].includes(lowers[at] ?? '')
    )
      return false;
  }
  return true;
}

function opensParagraph(gathering: Gathering, mention: EntityMention): boolean {
  const { words } = gathering.article.prose;
  const start = words[mention.from]?.sentence;
  let at = mention.from;
  while (at > 0 && words[at - 1]?.sentence === start) at--;
  return words[at - 1]?.paragraph !== words[mention.from]?.paragraph && opens(gathering, mention);
}

/** A rough subject: a verb follows ("Trump has", "Trump signed"), no preposition stands before, or a verb of speech is turned round ("said Graham"). */
function subject(gathering: Gathering, mention: EntityMention): boolean {
  const { prose, lexicon } = gathering.article;
  if (mention.inner || PREPOSITIONS.has(prose.lowers[mention.from - 1] ?? '')) return false;
  if (gathering.sourceAt[mention.head] === 1) return true;
  const next = prose.lowers[mention.to] ?? '';
  return (
    AUXILIARIES.has(next) ||
    lexicon.cues.has(next) ||
    (/(?:ed|s)$/u.test(next) && !lexicon.roles.has(next) && next.length > 3 && prose.words[mention.to]?.shape === 'lower')
  );
}
