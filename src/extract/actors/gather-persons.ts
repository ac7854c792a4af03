import type { FoundName } from '../names/index.ts';
import { textOf } from '../names/index.ts';
import type { Article } from './article.ts';
import { addMention, type Cast, type Entity, newEntity } from './entity.ts';
import { fold, type PersonName, personName, samePerson } from './person-name.ts';

interface Person {
  readonly entity: Entity;
  readonly names: PersonName[];
  /** First words of the full mentions, ascending. */
  readonly fulls: number[];
}

/**
 * People's names into persons. Full names first (two words and more), then single ones ("Kim", "Hillary") to the person whose name holds them:
 * of two with one surname the one who was last named in full before the surname was first used alone keeps it for the article
 * ("Kim Jong-un's sister, Kim Yo Jong, …" leaves `Kim` with Kim Jong-un), unless a title's gender says otherwise.
 */
export function gatherPersons(article: Article, cast: Cast, owner: (Entity | null)[]): void {
  const people: Person[] = [];
  const keys = new Map<string, Person[]>();
  const singles: number[] = [];
  /** Who owns a surname that stands alone. */
  const held = new Map<string, Entity>();
  const most = mostlyPersons(article);
  article.names.forEach((name, i) => {
    if (name.type !== 'person' && !(name.type === 'unknown' && name.known === null) && !most.has(i)) return;
    const cut = personName(textOf(article.prose, name));
    if (cut.words.length === 0) return;
    if (cut.words.length === 1) singles.push(i);
    else place(i, cut);
  });
  for (const i of singles) placeSingle(i);

  function place(i: number, cut: PersonName): void {
    const near = new Set<Person>();
    for (const word of cut.words) for (const person of keys.get(word) ?? []) near.add(person);
    const joined = keys.get(cut.joined) ?? [];
    const found = [...joined, ...near].find((person) => person.names.some((name) => samePerson(name, cut)));
    const person = found ?? { entity: newEntity(cast, 'person', '', { named: true }), names: [], fulls: [] };
    take(person, i, cut);
    person.fulls.push(article.names[i]?.from ?? 0);
  }
  function take(person: Person, i: number, cut: PersonName): void {
    if (!person.names.some((name) => name.joined === cut.joined)) {
      person.names.push(cut);
      for (const key of new Set([...cut.words, cut.joined])) {
        const list = keys.get(key);
        if (list === undefined) keys.set(key, [person]);
        else if (!list.includes(person)) list.push(person);
      }
    }
    if (!people.includes(person)) people.push(person);
    noteName(article, cast, person.entity, i);
    owner[i] = person.entity;
  }
  function placeSingle(i: number): void {
    const name = article.names[i] as FoundName;
    const cut = personName(textOf(article.prose, name));
    const word = cut.words[0] ?? '';
    const gender = name.titles.find((title) => title.gender !== null)?.gender ?? null;
    // "Trump Jr." is not his father.
    const junior = (person: Person): boolean => person.names.some(({ suffix }) => suffix === 'jr');
    const namesakes = (keys.get(word) ?? []).filter((person) => junior(person) === (cut.suffix === 'jr'));
    const fitting = (namesakes.length > 0 ? namesakes : cut.suffix === 'jr' ? [] : (keys.get(word) ?? [])).filter(
      (person) => gender === null || person.entity.gender === null || person.entity.gender === gender,
    );
    const best = (fitting.length > 40 ? fitting.slice(0, 40) : fitting)
      .map((person) => ({ person, score: standing(person, word) * 1e6 + nearness(person, name.from, held.get(word)) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best !== undefined) {
      if (gender === null && !held.has(word)) held.set(word, best.person.entity);
      take(best.person, i, best.person.names[0] as PersonName);
      return;
    }
    if (most.has(i) || (name.type !== 'person' && !speaks(article, name))) return;
    take({ entity: newEntity(cast, 'person', '', { named: true }), names: [], fulls: [] }, i, cut);
  }
}

/** Single names taken for a place once, where the article uses the same word for a person more often ("Kim"). An organisation stays one. */
function mostlyPersons({ names, prose }: Article): ReadonlySet<number> {
  const balance = new Map<string, number>();
  for (const name of names) {
    const text = prose.texts[name.to - 1] ?? '';
    if (name.type === 'person') balance.set(text, (balance.get(text) ?? 0) + 1);
    else if (name.to - name.from === 1) balance.set(text, (balance.get(text) ?? 0) - 1);
  }
  return new Set(
    names.flatMap((name, i) =>
      name.to - name.from === 1 && name.type === 'place' && name.known === null && (balance.get(prose.texts[name.from] ?? '') ?? 0) > 0
        ? [i]
        : [],
    ),
  );
}

/** A single unknown name that does what people do: "Horman said", "said Wasif". */
function speaks(article: Article, name: FoundName): boolean {
  const { lowers } = article.prose;
  const next = article.lexicon.cues.get(lowers[name.to] ?? '');
  return (next !== undefined && next.kind !== 'noun') || (lowers[name.from - 1] === 'said' && lowers[name.from - 2] !== 'who');
}

/** Where a single word stands in a person's name: family name, given name, between. */
function standing(person: Person, word: string): number {
  let best = 0;
  for (const { words } of person.names) {
    if (words.at(-1) === word) best = Math.max(best, 3);
    else if (words[0] === word) best = Math.max(best, 2);
    else if (words.includes(word)) best = Math.max(best, 1);
  }
  return best;
}

/** Who holds the surname already, else who was named in full last before it, else who is named next. */
function nearness(person: Person, at: number, holder: Entity | undefined): number {
  if (holder !== undefined) return person.entity === holder ? 5e5 : 0;
  const next = person.fulls.findIndex((from) => from > at);
  const before = person.fulls[next < 0 ? person.fulls.length - 1 : next - 1];
  if (before !== undefined) return 3e5 - Math.min(2e5, at - before);
  return 1e5 - Math.min(1e5, (person.fulls[0] ?? at) - at);
}

/** Takes a name's text, titles and neighbours into what is known of the person. */
export function noteName(article: Article, cast: Cast, entity: Entity, i: number): void {
  const name = article.names[i] as FoundName;
  const text = textOf(article.prose, name);
  if (fuller(text, entity.name)) entity.name = text;
  addMention(cast, entity, { from: name.titleFrom, to: name.to }, name.to - 1, 'name');
  for (const title of name.titles) {
    entity.gender ??= title.gender;
    if (title.role !== null) entity.roles.add(title.role);
    entity.sector ??= title.sector;
  }
  // "Kim Jong-un", "Park Geun-hye": the family name comes first there and tells no gender.
  if (entity.gender === null && name.to - name.from > 1 && !/\p{L}-\p{Ll}/u.test(textOf(article.prose, name)))
    entity.gender = article.lexicon.given.get(fold(article.prose.words[name.from]?.text ?? '')) ?? null;
}

/** The fullest form has the most words; of equal ones the first stays. Initials count less: "John F. Kennedy" over "J. F. Kennedy". */
export function fuller(a: string, b: string): boolean {
  const weight = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce((sum, word) => sum + (word.length > 1 ? 10 : 1), 0);
  return weight(a) > weight(b);
}
