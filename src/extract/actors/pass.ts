import { describe, nounPart } from './describe.ts';
import { addMention, type EntityMention } from './entity.ts';
import type { Gathering } from './gathering.ts';
import { nounPhrase, roleEndingAt } from './nouns.ts';
import { antecedents } from './pronouns.ts';

/** Followed by one of these a name is only the modifier of what follows: "the Trump administration", "White House officials". */
const followedByNoun = (gathering: Gathering, to: number): boolean => {
  const { words, lowers } = gathering.article.prose;
  for (let at = to; at < to + 3; at++) {
    const word = words[at];
    if (word === undefined || word.shape === 'mark') return false;
    if (gathering.article.lexicon.roles.has(lowers[at] ?? '') && gathering.article.nameAt[at] === -1 && gathering.used[at] === 0)
      return at === to || /(?:al|ary|ive|ic|se|ty|ce|an)$/u.test(lowers[to] ?? '');
  }
  return false;
};

/**
 * One pass through the text from left to right: names as they stand, descriptions to whom they fit among those named so far, pronouns to the
 * best candidate before them. Order matters: "he" may mean somebody whom a description has just recalled.
 */
export function passThrough(gathering: Gathering): void {
  const { article, cast, owner } = gathering;
  const { words, lowers } = article.prose;
  const { recent } = gathering;
  const see = (mention: EntityMention): void => {
    recent.push(mention);
    mention.entity.last = mention.from;
    mention.entity.seen++;
  };
  for (let at = 0; at < words.length; at++) {
    const name = article.nameAt[at] ?? -1;
    if (name >= 0) {
      const run = article.names[name];
      const entity = owner[name];
      if (run !== undefined && !entity && run.to - run.from === 1) describeHead(at);
      if (run === undefined || at !== run.from || !entity) continue;
      const inner = followedByNoun(gathering, run.to) || ["'", '’'].includes(lowers[run.to] ?? '');
      see({ from: run.titleFrom, to: run.to, head: run.to - 1, form: 'name', inner, entity });
      continue;
    }
    const lower = lowers[at] ?? '';
    const pronoun = article.lexicon.pronouns.get(lower);
    if (pronoun !== undefined) {
      if (pronoun.person !== '3' || (lower === 'it' && expletive(gathering, at))) continue;
      const ranked = antecedents(gathering, pronoun, at, recent);
      gathering.watch?.(at, ranked);
      const best = ranked[0];
      if (best === undefined) continue;
      const mention = addMention(cast, best.entity, { from: at, to: at + 1 }, at, 'pronoun', pronoun.case === 'possessive');
      gathering.byHead.set(at, mention);
      see(mention);
      continue;
    }
    if (gathering.used[at] === 1) {
      const mention = gathering.byHead.get(at);
      if (mention !== undefined) see(mention);
      continue;
    }
    describeHead(at);
  }
  function describeHead(at: number): void {
    const role = roleEndingAt(article, at);
    if (role === null || role.kind === 'document' || !headsPhrase(gathering, at)) return;
    see(describe(gathering, nounPart(gathering, nounPhrase(article, at), at)));
  }
}

/** A role noun before another noun of actors or a name is no head: "police officers", "campaign officials". */
function headsPhrase(gathering: Gathering, at: number): boolean {
  const { article } = gathering;
  const next = article.prose.words[at + 1];
  if (next === undefined || next.sentence !== article.prose.words[at]?.sentence) return true;
  if (roleEndingAt(article, at + 1) !== null && next.shape !== 'mark' && article.nameAt[at + 1] === -1) return false;
  const name = article.nameAt[at + 1] ?? -1;
  if (article.nameAt[at] !== -1 && (name >= 0 || next.shape !== 'mark')) return false;
  return !(next.text === '-' && next.glued);
}

/** "it is believed", "it was not clear": means nobody. */
function expletive(gathering: Gathering, at: number): boolean {
  const next = gathering.article.prose.lowers[at + 1] ?? '';
  return (
    next === 'is' ||
    next === 'was' ||
    next === 'seems' ||
    next === 'appears' ||
    next === 'seemed' ||
    next === 'appeared' ||
    next === "'" ||
    next === '’'
  );
}
