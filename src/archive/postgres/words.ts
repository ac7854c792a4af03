import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Driver, Indexed, Match } from '../driver.ts';
import type { SearchWords } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { columns, partsOf, queriesOf, spaced, vectorOf, wantedIn } from './vector.ts';

const list = sql.raw(columns.join(', '));

/**
 * One row a record. A record of more words than a vector takes (a speech of 5,000, one word again and again) has its words beside an empty
 * one, column by column, and is looked through: there are next to none of these, and what is found must not depend on the store.
 */
export async function makeWords(db: Kysely<unknown>): Promise<void> {
  const texts = sql.raw(columns.map((column) => `${column} text collate "C"`).join(', '));
  await sql`create table record_words (record bigint primary key, terms tsvector not null, ${texts})`.execute(db);
  // Of what came last there is a list that every search looks through: it is kept short.
  await sql`create index record_words_by_terms on record_words using gin (terms) with (gin_pending_list_limit = 1024)`.execute(db);
  await sql`create index record_words_long on record_words (record) where words is not null`.execute(db);
}

/** All that is asked for, by looking for it in the words themselves. */
function lookedFor(matches: readonly Match[]): RawBuilder<unknown> {
  const each = wantedIn(matches).map(({ columns: own, phrases }) => {
    const places = own.flatMap((column) =>
      phrases.map((phrase) => sql`strpos(${sql.ref(`record_words.${column}`)}, ${` ${phrase.join(' ')} `}) > 0`),
    );
    return sql`(${sql.join(places, sql` or `)})`;
  });
  return sql.join(each, sql` and `);
}

function indexedFor(matches: readonly Match[]): RawBuilder<unknown> {
  const queries = queriesOf(matches);
  if (queries === null) return sql`false`;
  return sql.join(
    queries.map((query) => sql`terms @@ ${query}::tsquery`),
    sql` and `,
  );
}

/** So many records' terms at once. */
const PAGE = 2000;

export function wordsOver(db: Kysely<Tables>): Driver['words'] {
  return {
    async add(trx, rows) {
      const vectors = rows.map(({ record, words }) => ({ record, words, vector: vectorOf(words) }));
      const usual = vectors.flatMap(({ record, vector }) => (vector === null ? [] : [{ record, vector }]));
      const numbers = usual.map(({ record }) => record);
      const texts = usual.map(({ vector }) => vector);
      if (usual.length > 0)
        await sql`insert into record_words (record, terms) select record, terms::tsvector from unnest(${numbers}::bigint[], ${texts}::text[]) as given (record, terms)`.execute(
          trx,
        );
      for (const { record, words, vector } of vectors) {
        if (vector !== null) continue;
        const values = sql.join(columns.map((column) => spaced(words[column])));
        await sql`insert into record_words (record, terms, ${list}) values (${record}, '', ${values})`.execute(trx);
      }
    },
    async remove(trx, records) {
      if (records.length === 0) return;
      await sql`delete from record_words where record = any(${records}::bigint[])`.execute(trx);
    },
    found: (matches) =>
      sql<boolean>`records.id in (select record from record_words where (${indexedFor(matches)}) or (words is not null and ${lookedFor(matches)}))`,
    async *contents() {
      yield* indexed(db);
      yield* long(db);
    },
    async clear(trx) {
      await sql`delete from record_words`.execute(trx);
    },
  };
}

async function* indexed(db: Kysely<Tables>): AsyncGenerator<Indexed> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const { rows } = await sql<{ record: number; lexeme: string; at: number[] }>`
      select record, lexeme, positions as at
      from (select record, terms from record_words where record > ${after} order by record limit ${PAGE}) as page, unnest(terms)`.execute(
      db,
    );
    for (const { record, lexeme, at } of rows) {
      for (const place of at) yield { record, ...partsOf(lexeme), at: place - 1 };
      after = Math.max(after, record);
    }
    if (rows.length === 0) return;
  }
}

async function* long(db: Kysely<Tables>): AsyncGenerator<Indexed> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const { rows } = await sql<SearchWords & { record: number }>`
      select record, ${list} from record_words where words is not null and record > ${after} order by record limit 1`.execute(db);
    const [row] = rows;
    if (row === undefined) return;
    for (const column of columns)
      for (const [at, term] of row[column].trim().split(' ').entries()) if (term !== '') yield { record: row.record, column, term, at };
    after = row.record;
  }
}
