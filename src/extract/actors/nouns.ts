import type { Role } from '../lexicon/index.ts';
import { possessiveAt, type Run } from '../names/index.ts';
import type { Article } from './article.ts';

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'these',
  'those',
  'another',
  'some',
  'many',
  'several',
  'most',
  'other',
  'few',
  'all',
  'both',
  'no',
  'any',
  'each',
  'every',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'dozens',
  'hundreds',
  'thousands',
]);
const DEFINITE = new Set(['the', 'this', 'these', 'those', 'both']);
/** Words that end like adjectives and are none. */
const NO_MODIFIERS = new Set([
  'after',
  'before',
  'over',
  'under',
  'never',
  'ever',
  'whether',
  'either',
  'neither',
  'however',
  'rather',
  'later',
  'earlier',
  'during',
  'regarding',
  'including',
  'according',
  'following',
  'their',
  'for',
  'or',
  'nor',
  'her',
  'his',
  'better',
  'together',
  'is',
  'this',
  'and',
  'being',
  'having',
  'that',
  'went',
  'sent',
  'want',
  'was',
  'when',
  'then',
  'told',
  'asked',
  'showed',
  'said',
  'sued',
  'killed',
  'against',
]);
const MODIFIERS =
  /(?:al|ive|ous|ish|ary|ory|ful|less|ent|ant|ic|ian|ese|ist|ing|ed|or|er|est)$|^(?:top|key|chief|local|federal|state|city|county|party|police|military|army|navy|security|intelligence|government|campaign|health|defense|defence|foreign|white|black|old|young|new|late|then|ex|vice|deputy|law|court|news|trade|union|tech|oil|gun|rights|press|leading|acting|retired|unnamed|unidentified|anonymous|independent|opposition|rebel|church|school|university|high|right|left|wing|far|far-right|long-time|longtime|one-time|onetime|so-called|self-described|country|nation|own|main|human|climate|energy|immigration|border|emergency|election|elected|house|senate|administration|district|supreme|appeals|group|company|media|television|tv|wing|major|minor|private|public)$/u;

/** The role that the words ending at `at` name: two words before one ("prime minister"). */
export function roleEndingAt(article: Article, at: number): Role | null {
  const { lowers, words } = article.prose;
  const word = lowers[at];
  if (word === undefined || words[at]?.shape === 'mark') return null;
  if (words[at - 1]?.text === '-' && words[at]?.glued) {
    const hyphened = article.lexicon.roles.get(`${lowers[at - 2]}-${word}`);
    if (hyphened !== undefined) return hyphened;
  }
  return (
    article.lexicon.roles.get(`${lowers[at - 2]} ${lowers[at - 1]} ${word}`) ??
    article.lexicon.roles.get(`${lowers[at - 1]} ${word}`) ??
    article.lexicon.roles.get(word) ??
    null
  );
}

/** How many words of the text the role ending at `head` takes: two for "prime minister". */
function wordsOfRole(article: Article, head: number): number {
  const { lowers } = article.prose;
  if (article.lexicon.roles.has(`${lowers[head - 2]} ${lowers[head - 1]} ${lowers[head]}`)) return 3;
  return article.lexicon.roles.has(`${lowers[head - 1]} ${lowers[head]}`) ? 2 : 1;
}

/** How a noun phrase begins, which tells whether somebody known is meant. */
export type Opening = 'definite' | 'indefinite' | 'possessive' | 'bare';

/** The noun phrase whose head is the word `head`: back over adjectives, names and nouns to its determiner. */
export function nounPhrase(article: Article, head: number): Run & { readonly opening: Opening } {
  const { words, lowers } = article.prose;
  const sentence = words[head]?.sentence;
  let from = head - wordsOfRole(article, head) + 1;
  for (let steps = 0; steps < 8; steps++) {
    const at = from - 1;
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) break;
    if (DEFINITE.has(word.lower)) return { from: at, to: head + 1, opening: 'definite' };
    if (DETERMINERS.has(word.lower)) return { from: at, to: head + 1, opening: 'indefinite' };
    if (article.lexicon.pronouns.get(word.lower)?.case === 'possessive') return { from: at, to: head + 1, opening: 'possessive' };
    const name = article.nameAt[at] ?? -1;
    if (name >= 0) {
      from = article.names[name]?.from ?? at;
      continue;
    }
    if (word.lower === 's' && possessiveAt(article.prose, at - 1) === 2) {
      const owner = article.nameAt[at - 2] ?? -1;
      if (owner < 0) return { from: at - 2, to: head + 1, opening: 'possessive' };
      return { from: article.names[owner]?.from ?? at - 2, to: head + 1, opening: 'possessive' };
    }
    if (word.text === '-' && word.glued) {
      from = at;
      continue;
    }
    if (
      words[from]?.text === '-' ||
      (word.shape !== 'mark' &&
        (article.lexicon.roles.has(word.lower) ||
          (MODIFIERS.test(word.lower) && !NO_MODIFIERS.has(word.lower) && !article.lexicon.cues.has(word.lower))))
    ) {
      from = at;
      continue;
    }
    break;
  }
  while (from < head && lowers[from] === '-') from++;
  return { from, to: head + 1, opening: 'bare' };
}

export function openingOf(article: Article, run: Run): Opening {
  const first = article.prose.lowers[run.from] ?? '';
  if (DEFINITE.has(first)) return 'definite';
  if (article.lexicon.pronouns.get(first)?.case === 'possessive') return 'possessive';
  for (let at = run.from; at < run.to - 1; at++) if (possessiveAt(article.prose, at) > 0) return 'possessive';
  return DETERMINERS.has(first) ? 'indefinite' : 'bare';
}
