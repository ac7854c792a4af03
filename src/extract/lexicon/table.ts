import { ReadoutError } from '../../error.ts';

/** One row of a lexicon file: column name to value; an empty field is `''`. Under `#` stands where it was read: "my.tsv, line 3". */
export type Row = Readonly<Record<string, string>>;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Reads tab-separated text: lines that start with `#` are comments, the first other line names the columns. Trailing empty fields may be left off. */
export function readTable(file: string, text: string): Table {
  let columns: readonly string[] | null = null;
  const rows: Row[] = [];
  let number = 0;
  for (const raw of text.split('\n')) {
    number++;
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '' || line.startsWith('#')) continue;
    const fields = line.split('\t');
    if (columns === null) {
      columns = fields.map((field) => field.trim());
      continue;
    }
    if (fields.length > columns.length)
      throw new ReadoutError(
        'READOUT_LEXICON_INVALID',
        `${file}, line ${number}: ${fields.length} fields, but the head names ${columns.length} columns.`,
        'Separate fields by one tab and several values of one field by "|".',
      );
    rows.push({ ...Object.fromEntries(columns.map((column, i) => [column, (fields[i] ?? '').trim()])), '#': `${file}, line ${number}` });
  }
  return { columns: columns ?? [], rows };
}

/** The values of a field that may hold several, separated by `|`. */
export const several = (row: Row, column: string): readonly string[] => (row[column] ?? '').split('|').filter((value) => value !== '');

/** A field, null where it is empty. */
export const one = (row: Row, column: string): string | null => row[column] || null;
