import { possessiveAt, type Run } from '../names/index.ts';
import type { Article } from './article.ts';
import { roleEndingAt } from './nouns.ts';

/** One member of a phrase: "Merkel and the Kremlin spokesman" has two. */
export interface Part extends Run {
  readonly kind: 'name' | 'pronoun' | 'noun';
  /** The word that stands for it. */
  readonly head: number;
  /** Index of the name that is the head, for `name`. */
  readonly name: number;
  /** Names before the head: `North Korean` of "North Korean officials". */
  readonly before: readonly number[];
  /** Names after it behind `of`, `for`, `at`, `with`: `DPRK` of "the leader of the DPRK". */
  readonly after: readonly number[];
  /** Word of a possessive pronoun before the head, else -1: "his lawyer". */
  readonly possessor: number;
}

const PREPOSITIONS = new Set(
  'of for at in from with to on by about near against within inside among over under between who whom whose that which including like as when while where after before during behind via familiar close'.split(
    ' ',
  ),
);
const LINKS = new Set(['and', '&', 'or']);
const TRAILING = new Set([
  'himself',
  'herself',
  'themselves',
  'itself',
  'also',
  'alike',
  'alone',
  'both',
  'then',
  'later',
  'there',
  'here',
  'too',
  'now',
  'earlier',
  'yesterday',
  'today',
  'respectively',
  'added',
]);
const BELONGING = new Set(['of', 'for', 'at', 'from', 'with', 'in', 'to']);

const isMark = (article: Article, at: number): boolean => article.prose.words[at]?.shape === 'mark';

/** The members of a phrase that names somebody, in order. Empty only when nothing but marks and prepositions is in it. */
export function partsOf(article: Article, run: Run): Part[] {
  const parts: Part[] = [];
  let at = skipFront(article, run.from, run.to);
  while (at < run.to && parts.length < 8) {
    const { part, next, linked } = readPart(article, at, run.to);
    if (part !== null) parts.push(part);
    if (!linked || next <= at) break;
    at = skipFront(article, next, run.to);
  }
  return parts;
}

function skipFront(article: Article, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    if (article.nameAt[at] !== -1) return at;
    const word = article.prose.words[at];
    if (word === undefined || (word.shape !== 'mark' && !PREPOSITIONS.has(word.lower) && word.lower !== 'according')) return at;
  }
  return at;
}

/** Reads one member from `from`; `linked` tells that `and` or a comma leads on to another at `next`. */
function readPart(article: Article, from: number, limit: number): { part: Part | null; next: number; linked: boolean } {
  const { words } = article.prose;
  let region = from;
  let before: number[] = [];
  let possessor = -1;
  let at = from;
  let lastName = -1;
  let owned = 0;
  for (; at < limit; ) {
    const titled = article.titleOf[at] ?? -1;
    const name = titled >= 0 && (article.names[titled]?.from ?? limit) < limit ? titled : (article.nameAt[at] ?? -1);
    if (name >= 0) {
      lastName = name;
      at = Math.min(limit, article.names[name]?.to ?? at + 1);
      const length = possessiveAt(article.prose, at);
      if (length > 0) {
        // "Trump's" alone is Trump; "Trump's lawyer" is the lawyer.
        if (at + length >= limit || ends(article, at + length)) {
          owned = length;
          break;
        }
        before.push(name);
        at += length;
        region = at;
      }
      continue;
    }
    const word = words[at];
    if (word === undefined) break;
    const possessive = possessiveAt(article.prose, at);
    if (possessive > 0) {
      if (at + possessive >= limit || ends(article, at + possessive)) {
        owned = possessive;
        break;
      }
      at += possessive;
      region = at;
      continue;
    }
    if (ends(article, at) && !(word.shape === 'mark' && onlyDeterminers(article, region, at))) break;
    const pronoun = article.lexicon.pronouns.get(word.lower);
    if (pronoun?.case === 'possessive' && pronoun.person !== 'r') possessor = at;
    at++;
  }
  let end = at;
  at += owned;
  while (end > region + 1 && (TRAILING.has(words[end - 1]?.lower ?? '') || isMark(article, end - 1))) end--;
  if (end <= from) return { part: null, next: at + 1, linked: at < limit };
  before = [...before, ...namesIn(article, region, end)];
  const head = headOf(article, region, end);
  const headName = article.nameAt[head] ?? -1;
  if (lastName >= 0 && headName >= 0) before = before.filter((name) => name !== headName);
  if (headName < 0 && at < limit) {
    const named = namedLater(article, at, limit);
    if (named >= 0) {
      const to = article.names[named]?.to ?? limit;
      return {
        part: {
          from,
          to,
          kind: 'name',
          head: to - 1,
          name: named,
          before: namesIn(article, region, article.names[named]?.from ?? at),
          after: [],
          possessor: -1,
        },
        next: to + 1,
        linked: LINKS.has(words[to]?.lower ?? ''),
      };
    }
  }
  // "senators like Ted Cruz", "Republicans such as John McCain and Darrell Issa": the examples speak.
  if (
    kind0(article, headName, head) &&
    (words[at]?.lower === 'like' || words[at]?.lower === 'including' || (words[at]?.lower === 'as' && words[at - 1]?.lower === 'such')) &&
    namesIn(article, at, limit).length > 0
  )
    return { part: null, next: at + 1, linked: true };
  const after = BELONGING.has(words[at]?.lower ?? '') ? namesIn(article, at, Math.min(limit, at + 12)).slice(0, 2) : [];
  const kind = headName >= 0 ? 'name' : article.lexicon.pronouns.has(words[head]?.lower ?? '') && end - region === 1 ? 'pronoun' : 'noun';
  // The phrase of somebody never named is kept whole: "a senior official at the Pentagon".
  const whole = kind === 'noun' && BELONGING.has(words[at]?.lower ?? '') && !hasLink(article, at, limit) ? limit : end;
  const part: Part = { from, to: whole, kind, head, name: headName, before, after, possessor: kind === 'pronoun' ? -1 : possessor };
  return follow(article, part, at, limit);
}

const kind0 = (article: Article, name: number, head: number): boolean =>
  name < 0 || article.names[name]?.type !== 'person' || /s$/u.test(article.prose.lowers[head] ?? '');

/** The noun that a phrase is about: its last word, or before a participle or adverb the last noun for an actor ("a report released Thursday"). */
function headOf(article: Article, from: number, end: number): number {
  const last = end - 1;
  if (article.nameAt[last] !== -1 || roleEndingAt(article, last) !== null) return last;
  for (let at = last - 1; at >= from; at--) {
    if (article.nameAt[at] !== -1) return last;
    if (roleEndingAt(article, at) !== null && /(?:ed|ing|ly|day|en|ent|wn)$/u.test(article.prose.lowers[at + 1] ?? '')) return at;
  }
  return last;
}

/** "the [U.K.] Daily Mail": a mark after nothing but a determiner ends no phrase. */
function onlyDeterminers(article: Article, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!['the', 'a', 'an'].includes(article.prose.lowers[at] ?? '')) return false;
  return to > from;
}

/** "The mayor of London, Sadiq Khan", "Secretary of the Army John McHugh": a person's name that ends the phrase behind a preposition. */
function namedLater(article: Article, at: number, limit: number): number {
  const { words } = article.prose;
  for (let i = at + 1; i < limit && i < at + 14; i++) {
    const index = article.nameAt[i] ?? -1;
    const name = article.names[index];
    if (name === undefined || name.from !== i || name.type !== 'person' || possessiveAt(article.prose, name.to) > 0) continue;
    // "NATO's supreme commander, U.S. Gen. Breedlove": the state belongs to the title.
    const state = article.names[article.nameAt[name.titleFrom - 1] ?? -1];
    const before = words[(state && state.type !== 'person' ? state.from : name.titleFrom) - 1];
    const ended = name.to >= limit || words[name.to]?.shape === 'mark';
    const follows =
      before !== undefined &&
      (before.text === ',' ||
        (before.shape !== 'mark' && !PREPOSITIONS.has(before.lower) && !LINKS.has(before.lower) && before.lower !== 'the'));
    if (ended && follows && (name.to - name.from > 1 || name.titles.length > 0 || before.text === ',')) return index;
  }
  return -1;
}

/** What comes after a member: an apposition that names it, or the next member. */
function follow(article: Article, part: Part, at: number, limit: number): { part: Part; next: number; linked: boolean } {
  const { words } = article.prose;
  const mark = words[at]?.text;
  if (mark === ',' && at + 1 < limit) {
    const named = article.nameAt[at + 1] ?? -1;
    const name = article.names[named];
    // "his lawyer, Michael Cohen," is named by the apposition.
    if (
      part.kind === 'noun' &&
      name !== undefined &&
      name.type === 'person' &&
      (name.to >= limit || words[name.to]?.shape === 'mark' || BELONGING.has(words[name.to]?.lower ?? ''))
    )
      return {
        part: {
          ...part,
          to: name.to,
          kind: 'name',
          head: name.to - 1,
          name: named,
          before: [...part.before, ...(part.name >= 0 ? [part.name] : [])],
        },
        next: name.to,
        linked: LINKS.has(words[name.to + 1]?.lower ?? ''),
      };
    const linked = LINKS.has(words[at + 1]?.lower ?? '') || (name !== undefined && hasLink(article, at + 1, limit));
    return { part, next: at + 1 + (LINKS.has(words[at + 1]?.lower ?? '') ? 1 : 0), linked };
  }
  if (LINKS.has(words[at]?.lower ?? '')) return { part, next: at + 1, linked: true };
  // "officials in Moscow and Beijing" has one member; nothing behind a preposition is another.
  return { part, next: at + 1, linked: false };
}

const hasLink = (article: Article, from: number, limit: number): boolean => {
  for (let at = from; at < limit && at < from + 30; at++) if (LINKS.has(article.prose.lowers[at] ?? '')) return true;
  return false;
};

function ends(article: Article, at: number): boolean {
  if (article.nameAt[at] !== -1) return false;
  const word = article.prose.words[at];
  if (word === undefined) return true;
  if (word.glued && article.prose.words[at - 1]?.text === '-') return false;
  if (word.shape === 'mark')
    return (
      !(word.glued && (word.text === '-' || word.text === '.' || word.text === "'" || word.text === '’')) &&
      word.text !== '-' &&
      word.text !== '“' &&
      word.text !== '”' &&
      word.text !== '"' &&
      word.text !== '@' &&
      word.text !== '_' &&
      word.text !== '$'
    );
  return PREPOSITIONS.has(word.lower) || LINKS.has(word.lower);
}

function namesIn(article: Article, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const name = article.nameAt[at] ?? -1;
    if (name >= 0 && found.at(-1) !== name) found.push(name);
  }
  return found;
}
