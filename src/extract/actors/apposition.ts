import type { Role } from '../lexicon/index.ts';
import type { Run } from '../names/index.ts';
import { addMention, type Entity } from './entity.ts';
import { countryOf } from './gather-states.ts';
import { type Gathering, learnRole } from './gathering.ts';
import { nounPhrase, roleEndingAt } from './nouns.ts';

/**
 * What the words beside a person's name tell: "North Korean leader Kim Jong-un", "Peskov, the Kremlin spokesman,", "Kim Jong-un's sister,
 * Kim Yo Jong", "Bernie Sanders (I-Vt.)", "Putin is the president of Russia". Role, gender, state and for whom.
 */
export function learnFromAppositions(gathering: Gathering): void {
  const { article, owner } = gathering;
  article.names.forEach((name, i) => {
    const entity = owner[i];
    if (!entity || (entity.kind !== 'person' && entity.kind !== 'organisation')) return;
    if (entity.kind === 'person') {
      for (let at = name.titleFrom; at < name.from; at++) gathering.used[at] = 1;
      beforeName(gathering, entity, name.titleFrom);
      party(gathering, entity, name.to);
    }
    afterName(gathering, entity, name.to);
  });
}

const fits = (entity: Entity, role: Role): boolean =>
  entity.kind === 'person' ? role.kind === 'person' && !role.plural : role.kind === 'organisation' && !role.plural;

function beforeName(gathering: Gathering, entity: Entity, from: number): void {
  const { article } = gathering;
  const { words, lowers } = article.prose;
  const named = article.nameAt[from - 1] ?? -1;
  // "Russian President Vladimir Putin", "Texas Sen. Ted Cruz"; not "Trump, Putin".
  if (named >= 0 && article.prose.words[from]?.shape !== 'mark' && !words[from]?.glued) belong(gathering, entity, [named]);
  const comma = lowers[from - 1] === ',' && words[from - 1]?.sentence === words[from]?.sentence;
  const head = comma ? from - 2 : from - 1;
  const role = roleEndingAt(article, head);
  if (role === null || !fits(entity, role) || article.nameAt[head] !== -1) return;
  const phrase = nounPhrase(article, head);
  // "..., the senator, Ted Cruz, said": with a comma only a phrase that points at one person.
  if (comma && phrase.opening !== 'definite' && phrase.opening !== 'possessive') return;
  if (!comma && phrase.opening === 'bare' && words[head]?.shape === 'mark') return;
  take(gathering, entity, role, phrase, head, !comma);
}

function afterName(gathering: Gathering, entity: Entity, to: number): void {
  const { words, lowers } = gathering.article.prose;
  const sentence = words[to - 1]?.sentence;
  const next = lowers[to];
  const comma = next === ',';
  const copula: boolean = (next === 'is' || next === 'was') && ['the', 'a', 'an'].includes(lowers[to + 1] ?? '');
  if (!comma && !copula) return;
  for (let head = to + 1; head < to + 9; head++) {
    const word = words[head];
    if (
      word === undefined ||
      word.sentence !== sentence ||
      (word.shape === 'mark' && word.text !== '-' && word.text !== "'" && word.text !== '’' && word.text !== '.')
    )
      return;
    const role = roleEndingAt(gathering.article, head);
    if (role === null || gathering.article.nameAt[head] !== -1 || roleEndingAt(gathering.article, head + 1) !== null) continue;
    const phrase = nounPhrase(gathering.article, head);
    const determined = ['a', 'an', 'the', 'one'].includes(lowers[to + 1] ?? '');
    if ((phrase.from !== to + 1 && !determined) || !fits(entity, role) || !closes(gathering, head + 1)) return;
    // "Kim, president Putin's ..." — a name right after makes the noun that name's own title.
    if ((gathering.article.nameAt[head + 1] ?? -1) >= 0) return;
    take(gathering, entity, role, { from: to + 1, to: head + 1 }, head, false);
    return;
  }
}

/** An apposition ends at a mark or goes on with a preposition or relative; "… to Flynn, the special counsel said" is none. */
function closes(gathering: Gathering, at: number): boolean {
  const word = gathering.article.prose.words[at];
  return (
    word === undefined ||
    (word.shape === 'mark' && !(word.glued && (word.text === "'" || word.text === '’'))) ||
    /^(?:of|for|at|in|from|with|who|whose|to|on|and|that|which)$/u.test(word.lower)
  );
}

function take(gathering: Gathering, entity: Entity, role: Role, phrase: Run, head: number, part: boolean): void {
  const { article, cast } = gathering;
  learnRole(gathering, entity, role.noun);
  if (role.gender !== null) entity.gender = role.gender;
  entity.sector ??= role.sector;
  const names: number[] = [];
  for (let at = phrase.from; at < phrase.to; at++) {
    const name = article.nameAt[at] ?? -1;
    if (name >= 0 && names.at(-1) !== name) names.push(name);
    gathering.used[at] = 1;
  }
  const next = article.prose.lowers[head + 1] ?? '';
  if (next === 'of' || next === 'for' || next === 'at' || next === 'with') {
    const after =
      article.nameAt[head + 2] !== -1 ? article.nameAt[head + 2] : article.prose.lowers[head + 2] === 'the' ? article.nameAt[head + 3] : -1;
    if (after !== undefined && after >= 0) names.push(after);
  }
  belong(gathering, entity, names);
  // The noun right before a name is one phrase with it and needs no mention of its own.
  if (!part) gathering.byHead.set(head, addMention(cast, entity, phrase, head, 'description'));
}

/** Notes whom an entity stands for: the states of the names around its role, and the first of them as `of`. */
export function belong(gathering: Gathering, entity: Entity, names: readonly number[]): void {
  for (const i of names) {
    const name = gathering.article.names[i];
    if (name === undefined || gathering.owner[i] === entity) continue;
    const country = countryOf(name.known) ?? [...(gathering.owner[i]?.countries ?? [])][0] ?? null;
    if (country !== null) entity.countries.add(country);
    const owner = gathering.owner[i];
    if (owner) entity.linked.add(owner);
    // Somebody's sister belongs where he does.
    if (entity.of !== null || owner?.kind === 'person') continue;
    entity.of = name.known?.kind === 'country' ? name.known.country.name : (gathering.owner[i]?.name ?? null);
  }
}

/** "(D-Calif.)", ", R-Texas,": an American lawmaker's party and state. */
function party(gathering: Gathering, entity: Entity, to: number): void {
  const { texts } = gathering.article.prose;
  if (texts[to] !== '(' && texts[to] !== ',') return;
  const letter = texts[to + 1];
  if (
    (letter !== 'R' && letter !== 'D' && letter !== 'I') ||
    texts[to + 2] === undefined ||
    !['-', '–', ')', ',', '.'].includes(texts[to + 2] ?? '')
  )
    return;
  learnRole(gathering, entity, 'lawmaker');
  if (letter !== 'I') learnRole(gathering, entity, letter === 'R' ? 'republican' : 'democrat');
  entity.countries.add('USA');
  entity.sector ??= 'LEG';
}
