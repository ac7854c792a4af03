import { type RawBuilder, sql } from 'kysely';
import type { Driver, Match } from './driver.ts';
import type { Query } from './query.ts';
import { terms } from './terms.ts';

// BM25 weighs a word by how many records of the archive have it, and a record by the length of the others: every document that is put would
// move the pages of a search that somebody turns over. All records that are found have all that is asked for; how they have it depends on
// them alone.

/** Whether there is anything to be close to. */
export const isClose = ({ order, words }: Query): boolean => order === 'relevance' && (words ?? []).some((text) => terms(text).length > 0);

/** 2 where all the words stand together as they were asked for, 1 where they stand so apart, 0 where some stand in another form; null where nothing is asked. */
export function closenessOf(driver: Driver, query: Query): RawBuilder<number | null> {
  if (!isClose(query)) return sql<number | null>`null`;
  const phrases = (query.words ?? []).map(terms).filter((phrase) => phrase.length > 0);
  const match = (some: Match['phrases']): Match => ({ columns: ['words'], phrases: some });
  const [together, apart] = [match([phrases.flat()]), match(phrases)].map((one) => driver.words.found([one]));
  return sql<number>`case when ${together} then 2 when ${apart} then 1 else 0 end`;
}
