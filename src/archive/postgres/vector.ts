import type { Match } from '../driver.ts';
import type { SearchWords } from '../rows.ts';

// Our own terms, with where they stand, as a tsvector: no dictionary of PostgreSQL's has a say. One vector has all columns: the first
// letter of a lexeme is its column's, so `wthe` is “the” in the words and `sthe` one in a speaker's name.

export type Column = keyof SearchWords;

const letters = { words: 'w', speaker: 's', cue: 'c', actor: 'a', recipient: 'r', said_by: 'b', place: 'p' } as const satisfies Record<
  Column,
  string
>;
export const columns = Object.keys(letters) as readonly Column[];
const byLetter = new Map<string, Column>(columns.map((column) => [letters[column], column]));

/** Bytes of a lexeme, and how often one may stand, as a tsvector holds them; bytes in all far below its own megabyte. */
const LONGEST = 2000;
const OFTEN = 255;
const WHOLE = 400_000;
/** Terms of a column, and so of a phrase that a query may have: PostgreSQL's stack takes one of some 5,000. A tsvector would hold 16,383. */
const MOST = 4000;

const termsOf = (text: string): readonly string[] => text.split(' ').filter((term) => term !== '');
const bytes = (text: string): number => Buffer.byteLength(text);

/** By lexeme where it stands, from 1; null where that is more than a tsvector holds. */
function placesOf(words: SearchWords): ReadonlyMap<string, readonly number[]> | null {
  const places = new Map<string, number[]>();
  let size = 0;
  for (const column of columns) {
    const terms = termsOf(words[column]);
    if (terms.length > MOST) return null;
    for (const [at, term] of terms.entries()) {
      const lexeme = letters[column] + term;
      const there = places.get(lexeme);
      if (there === undefined) {
        if (bytes(lexeme) > LONGEST) return null;
        size += bytes(lexeme);
        places.set(lexeme, [at + 1]);
      } else there.push(at + 1);
      size += 8;
      if ((there?.length ?? 0) > OFTEN || size > WHOLE) return null;
    }
  }
  return places;
}

/** Words as the text of a tsvector; null for more than one holds. Lexemes are letters and digits, so there is nothing to escape. */
export function vectorOf(words: SearchWords): string | null {
  const places = placesOf(words);
  return places === null ? null : [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ');
}

/** A lexeme of the index, taken apart. */
export const partsOf = (lexeme: string): { readonly column: string; readonly term: string } => ({
  column: byLetter.get(lexeme[0] ?? '') ?? '',
  term: lexeme.slice(1),
});

/** Phrases of which one is enough. */
export interface Either {
  readonly columns: readonly Column[];
  readonly phrases: readonly (readonly string[])[];
}

/** What must be found, one by one. */
export const wantedIn = (matches: readonly Match[]): readonly Either[] =>
  matches.flatMap(({ columns: own, phrases, any }) =>
    any ? [{ columns: own, phrases }] : phrases.map((phrase) => ({ columns: own, phrases: [phrase] })),
  );

/** Only what a vector can have. */
const possible = ({ phrases }: Either): readonly (readonly string[])[] =>
  phrases.filter((phrase) => phrase.length <= MOST && phrase.every((term) => bytes(term) < LONGEST));

const phraseIn = (column: Column, phrase: readonly string[]): string => phrase.map((term) => `'${letters[column]}${term}'`).join(' <-> ');

/**
 * What is asked for as tsqueries that must all hold, each no larger than PostgreSQL takes; null where no vector can have it.
 * @example queriesOf([{ columns: ['words'], phrases: [['the', 'end'], ['talks']] }]) // ["('wthe' <-> 'wend') & ('wtalks')"]
 */
export function queriesOf(matches: readonly Match[]): readonly string[] | null {
  const queries: string[][] = [];
  let room = 0;
  for (const either of wantedIn(matches)) {
    const phrases = possible(either);
    if (phrases.length === 0) return null;
    const size = phrases.reduce((sum, phrase) => sum + phrase.length, 0);
    if (size > room || queries.length === 0) {
      queries.push([]);
      room = MOST;
    }
    room -= size;
    queries.at(-1)?.push(`(${either.columns.flatMap((column) => phrases.map((phrase) => phraseIn(column, phrase))).join(' | ')})`);
  }
  return queries.map((each) => each.join(' & '));
}

/** Words as they are kept beside the index where they are too many for it: each column's in a row, between blanks. */
export const spaced = (text: string): string => ` ${termsOf(text).join(' ')} `;
