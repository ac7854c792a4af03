import { type Kysely, sql } from 'kysely';
import type { Driver, Indexed, Match } from '../driver.ts';
import type { SearchWords } from '../rows.ts';
import type { Tables } from '../tables.ts';

const columns: readonly (keyof SearchWords)[] = ['words', 'speaker', 'cue', 'actor', 'recipient', 'said_by', 'place'];
const list = sql.raw(columns.join(', '));

/** Without content: the words are in the readings. The terms are made by `terms`, so the tokenizer has only to part them at blanks. */
export async function makeWords(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table record_words using fts5(${list}, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0")`.execute(
    db,
  );
  await sql`create virtual table record_terms using fts5vocab(record_words, instance)`.execute(db);
}

/** Terms are letters and digits only, so quotation marks are all the quoting there is need of. */
const phrase = (terms: readonly string[]): string => `"${terms.join(' ')}"`;
const expression = (matches: readonly Match[]): string =>
  matches
    .map(({ columns: own, phrases, any }) => `{${own.join(' ')}} : (${phrases.map(phrase).join(any ? ' OR ' : ' AND ')})`)
    .join(' AND ');

export function wordsOver(db: Kysely<Tables>): Driver['words'] {
  return {
    async add(trx, rows) {
      for (const { record, words } of rows) {
        const values = sql.join(columns.map((column) => words[column]));
        await sql`insert into record_words (rowid, ${list}) values (${record}, ${values})`.execute(trx);
      }
    },
    async remove(trx, records) {
      for (const record of records) await sql`delete from record_words where rowid = ${record}`.execute(trx);
    },
    found: (matches) => sql<boolean>`records.id in (select rowid from record_words where record_words match ${expression(matches)})`,
    async *contents() {
      const rows = await sql<{
        term: string;
        doc: number;
        col: string;
        offset: number;
      }>`select term, doc, col, offset from record_terms`.execute(db);
      for (const { term, doc, col, offset } of rows.rows) yield { record: doc, column: col, term, at: offset } satisfies Indexed;
    },
    async clear(trx) {
      await sql`insert into record_words (record_words) values ('delete-all')`.execute(trx);
    },
  };
}
