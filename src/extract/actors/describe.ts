import type { Role } from '../lexicon/index.ts';
import { possessiveAt, type Run, textOf } from '../names/index.ts';
import { addMention, type Entity, type EntityMention, newEntity } from './entity.ts';
import { countryOf, stateOf } from './gather-states.ts';
import { type Gathering, learnRole } from './gathering.ts';
import { issuerOf } from './issuer.ts';
import { matchDescription } from './match-description.ts';
import { openingOf, roleEndingAt } from './nouns.ts';
import type { Part } from './phrase.ts';
import { antecedents } from './pronouns.ts';

/** Below this a definite description is taken for somebody not named before. */
const ENOUGH = 2;

/** The entity that a noun phrase means: somebody known if it is definite and fits, else a new one that the article never names. */
export function describe(gathering: Gathering, part: Part): EntityMention {
  const known = gathering.byHead.get(part.head);
  if (known !== undefined) return known;
  const { cast, article } = gathering;
  const role = roleEndingAt(article, part.head);
  const opening = openingOf(article, part);
  const entity =
    government(gathering, part) ??
    owned(gathering, part) ??
    (role?.kind === 'document' ? issuerOf(gathering, part) : null) ??
    (role !== null && role.kind !== 'document' && opening !== 'indefinite' ? match(gathering, role, part, opening) : null) ??
    repeated(gathering, part) ??
    pointedBack(gathering, part) ??
    (role !== null && opening === 'definite' ? spokenOf(gathering, role, part) : null) ??
    unnamed(gathering, role, part);
  const mention = addMention(cast, entity, part, part.head, 'description');
  gathering.byHead.set(part.head, mention);
  return mention;
}

function match(gathering: Gathering, role: Role, part: Part, opening: string): Entity | null {
  // A bare plural ("officials") means nobody in particular; "Trump's lawyer" and "lawyer" are told by `of`.
  if (opening === 'bare' && (role.plural || part.before.length === 0)) return null;
  const best = matchDescription(gathering, role, part)[0];
  return best !== undefined && best.score >= ENOUGH && !(opening !== 'definite' && best.score < 4) ? best.entity : null;
}

const RULERS = new Set(['government', 'administration', 'regime']);

/** "the Trump administration", "the Syrian government", "the government of Iraq": the state itself. */
function government(gathering: Gathering, part: Part): Entity | null {
  const { article, owner, cast, states } = gathering;
  const head = article.prose.lowers[part.head] ?? '';
  if (!RULERS.has(head)) return null;
  for (const i of [...part.before].reverse().concat(part.after)) {
    const country =
      countryOf(article.names[i]?.known ?? null) ??
      leaderOf(gathering, i) ??
      (owner[i]?.kind === 'person' ? (head === 'administration' ? 'USA' : ([...owner[i].countries][0] ?? null)) : null);
    const known = country === null ? undefined : article.lexicon.countries.get(country);
    if (known !== undefined) return stateOf(cast, states, known);
  }
  if (part.before.length > 0 || part.to - part.from !== 2 || article.prose.lowers[part.from] !== 'the') return null;
  // "the administration" is Washington's; "the government" that of the state most spoken of.
  if (head === 'administration') {
    const known = article.lexicon.countries.get('USA');
    return known !== undefined && states.has('USA') ? stateOf(cast, states, known) : null;
  }
  let most: Entity | null = null;
  for (const state of states.values()) if (state.last >= 0 && state.seen > (most?.seen ?? 0)) most = state;
  return most;
}

/** The state of a leader named by surname only: "the Trump administration" in an article that never says who he is. */
function leaderOf(gathering: Gathering, i: number): string | null {
  const { article } = gathering;
  const name = article.names[i];
  if (name === undefined || name.known !== null) return null;
  const last = article.prose.texts[name.to - 1] ?? '';
  return article.lexicon.leaders.find((leader) => leader.name.endsWith(` ${last}`))?.country ?? null;
}

/** Bodies that belong to one person: "his campaign", "the Sanders campaign", "Cummings's office". */
const BODIES = new Set([
  'campaign',
  'team',
  'office',
  'staff',
  'camp',
  'family',
  'foundation',
  'lawyers',
  'attorneys',
  'aides',
  'spokesman',
  'spokeswoman',
  'administration',
]);

function owned(gathering: Gathering, part: Part): Entity | null {
  const { article, owner } = gathering;
  const noun = article.prose.lowers[part.head] ?? '';
  if (!BODIES.has(noun)) return null;
  const possessor = part.possessor >= 0 ? gathering.byHead.get(part.possessor)?.entity : owner[part.before.at(-1) ?? -1];
  if (possessor?.kind !== 'person') return null;
  if (noun === 'administration') {
    const known = article.lexicon.countries.get('USA');
    return known === undefined ? null : stateOf(gathering.cast, gathering.states, known);
  }
  if (noun === 'spokesman' || noun === 'spokeswoman') return null;
  const key = `of:${possessor.index}:${noun}`;
  const known = gathering.byRole.get(key)?.[0];
  if (known !== undefined) return known;
  const plural = noun.endsWith('s') || noun === 'staff';
  const text = part.possessor >= 0 ? `${possessor.name}'s ${noun}` : textOf(article.prose, part).replace(ARTICLE, '');
  const entity = newEntity(gathering.cast, plural ? 'unnamed' : 'organisation', text, {
    number: plural ? 'p' : 's',
    of: possessor.name,
    named: !plural,
  });
  learnRole(gathering, entity, noun);
  learnRole(gathering, entity, key);
  return entity;
}

/**
 * "The retired neurosurgeon said", "the presumptive nominee": whoever speaks under a description that nobody was given is the person in the
 * reader's mind. Only for sources: elsewhere a new person is as likely.
 */
function spokenOf(gathering: Gathering, role: Role, part: Part): Entity | null {
  if (role.kind !== 'person' || role.plural || gathering.sourceAt[part.head] === 0) return null;
  if ((gathering.byRole.get(role.noun) ?? []).some((entity) => !entity.named && entity.last >= 0)) return null;
  const ranked = antecedents(gathering, { person: '1', number: 's', gender: role.gender, case: 'subject' }, part.from, gathering.recent);
  const best = ranked.find(({ entity }) => entity.kind === 'person');
  return best?.entity.named ? best.entity : null;
}

/** The network's word for whom a definite description means is taken from this probability on. */
const SURE = 0.3;

/** "The chamber", "lawmakers": whoever the network takes it to mean among those named before. */
function pointedBack(gathering: Gathering, part: Part): Entity | null {
  const { article, owner, byHead } = gathering;
  for (const { word, p } of article.signals.point('antecedent', part.head, 3)) {
    if (p < SURE) break;
    if (word < 0 || word >= part.from) continue;
    const entity = owner[article.nameAt[word] ?? -1] ?? byHead.get(word)?.entity;
    if (entity && entity.kind !== 'place') return entity;
  }
  return null;
}

/** A description printed before in the same words, or with the same noun where this one is definite: "a senior official … the official". */
function repeated(gathering: Gathering, part: Part): Entity | null {
  return gathering.byRole.get(`text:${bare(gathering, part)}`)?.at(-1) ?? null;
}

const ARTICLE = /^(?:the|a|an|some|these|those|this|that|other|many|several)\s+/iu;
const bare = (gathering: Gathering, run: Run): string => textOf(gathering.article.prose, run).replace(ARTICLE, '').toLowerCase();

function unnamed(gathering: Gathering, role: Role | null, part: Part): Entity {
  const { article, cast, owner } = gathering;
  const head = article.prose.words[part.head];
  const plural = role?.plural ?? /[^su]s$/u.test(head?.lower ?? '');
  const entity = newEntity(cast, 'unnamed', textOf(article.prose, part), {
    number: plural ? 'p' : 's',
    gender: role?.gender ?? null,
    sector: role?.sector ?? null,
  });
  learnRole(gathering, entity, role?.noun ?? head?.lower ?? '');
  learnRole(gathering, entity, `text:${bare(gathering, part)}`);
  for (const i of [...part.before, ...part.after]) {
    const country = countryOf(article.names[i]?.known ?? null);
    if (country !== null) entity.countries.add(country);
    entity.of ??=
      article.names[i]?.known?.kind === 'country' ? (article.lexicon.countries.get(country ?? '')?.name ?? null) : (owner[i]?.name ?? null);
  }
  return entity;
}

/** Builds the part of a noun phrase found in running text, with the names behind its `of`. */
export function nounPart(gathering: Gathering, run: Run, head: number): Part {
  const { nameAt, prose } = gathering.article;
  const before: number[] = [];
  let possessor = -1;
  for (let at = run.from; at < head; at++) {
    const name = nameAt[at] ?? -1;
    if (name >= 0 && before.at(-1) !== name) before.push(name);
    if (gathering.article.lexicon.pronouns.get(prose.lowers[at] ?? '')?.case === 'possessive') possessor = at;
  }
  const after: number[] = [];
  const next = prose.lowers[head + 1];
  if ((next === 'of' || next === 'for' || next === 'at') && possessiveAt(prose, head + 1) === 0) {
    const name = nameAt[head + 2] !== -1 ? nameAt[head + 2] : prose.lowers[head + 2] === 'the' ? nameAt[head + 3] : -1;
    if (name !== undefined && name >= 0) after.push(name);
  }
  // "The leader of the DPRK" is one phrase.
  const to = after.length > 0 && next === 'of' ? (gathering.article.names[after[0] ?? -1]?.to ?? run.to) : run.to;
  return { from: run.from, to, kind: 'noun', head, name: -1, before, after, possessor };
}
