import { possessiveAt, runOf } from '../names/index.ts';
import { describe, nounPart } from './describe.ts';
import type { Entity, EntityMention } from './entity.ts';
import type { Gathering } from './gathering.ts';
import { nounPhrase, roleEndingAt } from './nouns.ts';
import type { Part } from './phrase.ts';
import { resolveOwner } from './resolve-owner.ts';

/** Papers that news calls by each other's names. */
const SAME_PAPER: readonly (readonly string[])[] = [
  ['report', 'study', 'review', 'document', 'findings', 'analysis', 'paper', 'investigation'],
  ['statement', 'release', 'press release', 'news release', 'announcement', 'declaration', 'communique', 'message'],
  ['lawsuit', 'suit', 'complaint', 'filing', 'brief', 'petition', 'motion'],
  ['poll', 'survey'],
  ['ruling', 'opinion', 'decision', 'order', 'verdict'],
  ['letter', 'memo', 'memorandum', 'email', 'e-mail', 'note', 'notice'],
  ['article', 'story', 'column', 'editorial', 'op-ed', 'post', 'blog'],
  ['tweet', 'post', 'video'],
];
/** How far back, in words, a paper's first mention is looked for. */
const BACK = 400;

/**
 * Who speaks through a paper: "Mr. Barr's ruling", "the Pentagon report", "a statement from the G7", "its website"; and of "the report" whoever
 * the article named as its author when it first told of it. Null where nobody is told.
 */
export function issuerOf(gathering: Gathering, part: Part): Entity | null {
  const own = issuerAt(gathering, part);
  if (own !== null) return own;
  const { lowers } = gathering.article.prose;
  if (lowers[part.from] !== 'the' && lowers[part.from] !== 'this' && !/day$/u.test(lowers[part.from] ?? '')) return null;
  const role = roleEndingAt(gathering.article, part.head);
  const nouns = new Set([role?.noun ?? '', ...(SAME_PAPER.find((set) => set.includes(role?.noun ?? '')) ?? [])]);
  for (let at = part.from - 1; at >= Math.max(0, part.from - BACK); at--) {
    const paper =
      nouns.has(lowers[at] ?? '') || gathering.article.lexicon.roles.get(lowers[at] ?? '')?.noun === role?.noun
        ? roleEndingAt(gathering.article, at)
        : null;
    if (paper?.kind !== 'document') continue;
    const issuer =
      issuerAt(gathering, {
        ...part,
        from: startOf(gathering, at),
        to: at + 1,
        head: at,
        before: namesBetween(gathering, startOf(gathering, at), at),
        after: [],
        possessor: possessorOf(gathering, at),
      }) ?? teller(gathering, at);
    if (issuer !== null) return issuer;
  }
  return null;
}

/** Start of the words that lead up to a noun: at most eight back, in its sentence, to a preposition, comma or verb of speech. */
function startOf(gathering: Gathering, head: number): number {
  const { words, lowers } = gathering.article.prose;
  let from = head;
  while (from > 0 && head - from < 8) {
    const word = words[from - 1];
    if (word === undefined || word.sentence !== words[head]?.sentence) break;
    if (
      gathering.article.nameAt[from - 1] === -1 &&
      (word.shape === 'mark'
        ? !word.glued && word.text !== '-'
        : ['of', 'in', 'to', 'and', 'that', 'for', 'by', 'with', 'from', 'on', 'said', 'says', 'is', 'was'].includes(
            lowers[from - 1] ?? '',
          ))
    )
      break;
    from--;
    if (['a', 'an', 'the', 'this', 'his', 'her', 'its', 'their'].includes(lowers[from] ?? '')) break;
  }
  return from;
}

function namesBetween(gathering: Gathering, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const name = gathering.article.nameAt[at] ?? -1;
    if (name >= 0 && found.at(-1) !== name) found.push(name);
  }
  return found;
}

function possessorOf(gathering: Gathering, head: number): number {
  const { lowers } = gathering.article.prose;
  for (let at = head - 1; at >= Math.max(0, head - 4); at--)
    if (gathering.article.lexicon.pronouns.get(lowers[at] ?? '')?.case === 'possessive') return at;
  return -1;
}

/** The author in the words of the phrase itself and right behind it. */
function issuerAt(gathering: Gathering, part: Part): Entity | null {
  const { article, owner } = gathering;
  const { lowers } = article.prose;
  if (part.possessor >= 0) {
    const known = gathering.byHead.get(part.possessor)?.entity;
    // "According to its website, Air Products …": the name comes after.
    return known ?? following(gathering, part.to);
  }
  for (const i of part.before.toReversed()) {
    const entity = owner[i];
    const name = article.names[i];
    if (!entity || name === undefined) continue;
    if (possessiveAt(article.prose, name.to) > 0 && entity.kind !== 'place') return entity;
    if (entity.kind === 'organisation' || entity.kind === 'group') return entity;
  }
  // "An inspector general report", "the family's statement": the noun before it.
  for (let at = part.head - 1; at >= Math.max(part.from, part.head - 3); at--) {
    const role = article.nameAt[at] === -1 ? roleEndingAt(article, at) : null;
    if (role === null || role.kind === 'document' || role.noun === 'campaign' || role.noun === 'government') continue;
    if (at === part.head - 1 || possessiveAt(article.prose, at + 1) > 0)
      return describe(gathering, nounPart(gathering, nounPhrase(article, at), at)).entity;
  }
  for (let at = part.head + 1; at < part.head + 9; at++) {
    const word = lowers[at];
    if (word === undefined || article.prose.words[at]?.sentence !== article.prose.words[part.head]?.sentence) break;
    if (word === 'by' || word === 'from') return resolveOwner(gathering, at + 1);
    if (article.prose.words[at]?.shape === 'mark' || ['that', 'which', 'who', 'said', 'says'].includes(word)) break;
  }
  return null;
}

function following(gathering: Gathering, from: number): Entity | null {
  for (let at = from; at < from + 6; at++) {
    const entity = gathering.owner[gathering.article.nameAt[at] ?? -1];
    if (entity) return entity;
  }
  return null;
}

/** Who tells of the paper in its sentence: "…, the 7th Fleet said in a statement", "Khan tweeted his statement", "The ACLU filed a lawsuit". */
function teller(gathering: Gathering, at: number): Entity | null {
  const { article } = gathering;
  const { words } = article.prose;
  const sentence = words[at]?.sentence;
  for (const source of gathering.sourcesBySentence.get(sentence ?? -1) ?? []) {
    const run = runOf(words, source);
    if (run.to <= at && run.from >= at - 14) {
      const entity = owned(gathering, run.from, run.to);
      if (entity !== null) return entity;
    }
  }
  for (let from = at - 1; from >= 0 && words[from]?.sentence === sentence && at - from < 60; from--)
    if (words[from - 1]?.sentence !== sentence) return owned(gathering, from, Math.min(at, from + 12));
  return null;
}

function owned(gathering: Gathering, from: number, to: number): Entity | null {
  for (let at = to - 1; at >= from; at--) {
    const entity = gathering.owner[gathering.article.nameAt[at] ?? -1];
    if (entity && entity.kind !== 'place') return entity;
    const mention: EntityMention | undefined = gathering.byHead.get(at);
    if (mention !== undefined) return mention.entity;
  }
  return null;
}
