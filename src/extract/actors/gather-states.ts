import type { Country, Known } from '../lexicon/index.ts';
import { type FoundName, possessiveAt, textOf } from '../names/index.ts';
import type { Article } from './article.ts';
import { addMention, type Cast, type Entity, newEntity } from './entity.ts';

/** Prepositions after which a capital is a place and not its government: "in Moscow", but "Moscow said". */
const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'through',
  'via',
  'into',
  'throughout',
  'inside',
  'within',
  'leaving',
  'visiting',
  'to',
  'from',
]);

/**
 * States: their names, and capitals and seats that stand for them ("Moscow", "the Kremlin"). An adjective ("Russian") names no state, it only
 * describes what follows it; a people ("Russians") is a group of its own.
 */
export function gatherStates(article: Article, cast: Cast, owner: (Entity | null)[]): void {
  const states = new Map<string, Entity>();
  const cities = new Map<string, Entity>();
  article.names.forEach((name, i) => {
    const known = name.known;
    if (known?.kind !== 'country' || known.form === 'adjective') return;
    if (known.form === 'capital' && standsForPlace(article, name)) {
      const city =
        cities.get(textOf(article.prose, name)) ??
        newEntity(cast, 'place', textOf(article.prose, name), {
          named: true,
          countries: new Set([known.country.iso3]),
          of: known.country.name,
        });
      cities.set(city.name, city);
      owner[i] = city;
    } else owner[i] = stateOf(cast, states, known.country);
    const entity = owner[i] as Entity;
    addMention(cast, entity, name, name.to - 1, 'name');
  });
}

export function stateOf(cast: Cast, states: Map<string, Entity>, country: Country): Entity {
  const known = states.get(country.iso3) ?? cast.entities.find((entity) => entity.kind === 'country' && entity.countries.has(country.iso3));
  const state =
    known ??
    newEntity(cast, 'country', country.name, {
      named: true,
      countries: new Set([country.iso3]),
      sector: 'GOV',
      roles: new Set(['country', 'government', 'nation', 'state']),
    });
  states.set(country.iso3, state);
  return state;
}

function standsForPlace(article: Article, name: FoundName): boolean {
  const before = article.prose.lowers[name.from - 1] ?? '';
  return LOCATIVE.has(before) && possessiveAt(article.prose, name.to) === 0;
}

export const countryOf = (known: Known | null): string | null =>
  known === null ? null : known.kind === 'country' ? known.country.iso3 : known.organisation.country;
