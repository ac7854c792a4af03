import { placeAsked } from '../archive/place-asked.ts';
import type { Query } from '../archive/query.ts';
import { given, type z } from './forms/api.ts';
import type { lookQuery } from './forms/search.ts';

/** Words and phrases as written in a search field. @example wordsIn('"witch hunt" Trump') // ['witch hunt', 'Trump'] */
export const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu)].map(([all, phrase]) => phrase ?? all).filter((words) => words.trim() !== '');

/** @throws ReadoutError READOUT_USAGE for a box that is none */
export function queryOf({ words, record, place, ...same }: z.output<typeof lookQuery>): Query {
  const phrases = words === undefined ? [] : wordsIn(words);
  return {
    ...given(same),
    ...(phrases.length === 0 ? {} : { words: phrases }),
    ...(record === undefined ? {} : { sort: record }),
    ...(place === undefined ? {} : { place: placeAsked(place) }),
  };
}
