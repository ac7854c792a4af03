import { type FoundName, textOf } from '../names/index.ts';
import type { Article } from './article.ts';
import { addMention, type Cast, type Entity, newEntity } from './entity.ts';
import { fuller } from './gather-persons.ts';
import { fold } from './person-name.ts';

const SMALL = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'a', '&', 'de']);

/** One member of a party is a person to be described, or an adjective: "the lifelong Republican", "Republican critics". */
const MEMBER = /^(?:Republican|Democrat|Conservative|Libertarian)$/u;

/** Words that count in an organisation's name: "the Department of Justice" → department justice. */
const content = (text: string): string[] => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word) && word !== 's');

/**
 * Organisations, peoples and places by name. One entity for the names that the lexicon holds as one (IAEA, International Atomic Energy Agency),
 * for names of the same words (Justice Department, Department of Justice), for an acronym and the name whose initials it is, and for a shorter
 * form that only one longer name holds at its end or start ("the Post", "Emergencies Ministry").
 */
export function gatherOrganisations(article: Article, cast: Cast, owner: (Entity | null)[]): void {
  const byKey = new Map<string, Entity>();
  const byInitials = new Map<string, Entity>();
  const byWord = new Map<string, Entity | null>();
  const late: number[] = [];
  article.names.forEach((name, i) => {
    if (owner[i] || name.known?.kind === 'country' || MEMBER.test(textOf(article.prose, name))) return;
    const words = content(textOf(article.prose, name));
    if (words.length < 2 && name.known === null) late.push(i);
    else take(i, name, words);
  });
  for (const i of late) take(i, article.names[i] as FoundName, content(textOf(article.prose, article.names[i] as FoundName)));

  function take(i: number, name: FoundName, words: readonly string[]): void {
    const text = textOf(article.prose, name);
    const known = name.known?.kind === 'organisation' ? name.known.organisation : null;
    const key = known === null ? [...words].sort().join(' ') : `=${known.name}`;
    const letters = text.replace(/[^\p{L}]/gu, '');
    const acronym =
      letters.length > 1 && letters === letters.toUpperCase() && words.length === (text.includes('.') ? letters.length : 1)
        ? letters.toLowerCase()
        : null;
    const entity =
      byKey.get(key) ??
      (acronym === null ? null : byInitials.get(acronym)) ??
      (words.length === 1 ? byWord.get(words[0] ?? '') : null) ??
      create(name, text);
    byKey.set(key, entity);
    if (words.length > 1) {
      byInitials.set(words.map((word) => word.charAt(0)).join(''), entity);
      for (const word of new Set(words)) byWord.set(word, byWord.has(word) && byWord.get(word) !== entity ? null : entity);
    }
    if (fuller(text, entity.name) && !(known !== null && acronym !== null)) entity.name = text;
    if (known !== null && known.country !== null) entity.countries.add(known.country);
    if (known !== null) entity.sector ??= known.sector;
    for (const word of words) if (article.lexicon.roles.get(word)?.kind === 'organisation') entity.roles.add(word);
    addMention(cast, entity, name, name.to - 1, 'name');
    owner[i] = entity;
  }
  function create(name: FoundName, text: string): Entity {
    const kind = name.type === 'place' ? 'place' : name.type === 'people' ? 'group' : 'organisation';
    return newEntity(cast, kind, text, { named: true, number: name.type === 'people' || /[^s]s$/u.test(text) ? 'p' : 's' });
  }
}
