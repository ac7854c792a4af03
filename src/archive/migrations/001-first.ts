import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Dialect, Migration } from './index.ts';

type Column = readonly [
  name: string,
  type: 'id' | 'text' | 'bytes' | 'whole' | 'real',
  rest?: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder,
];

const need = (column: ColumnDefinitionBuilder) => column.notNull();
const unique = (column: ColumnDefinitionBuilder) => column.notNull().unique();
const to = (table: string) => (column: ColumnDefinitionBuilder) => column.notNull().references(`${table}.id`).onDelete('cascade');

const tables: Readonly<Record<string, readonly Column[]>> = {
  engines: [
    ['id', 'id'],
    ['version', 'text', need],
    ['model', 'text', need],
  ],
  documents: [
    ['id', 'id'],
    ['sha', 'text', unique],
    ['engine', 'whole', (c) => c.notNull().references('engines.id')],
    ['url', 'text'],
    ['outlet', 'text'],
    ['title', 'text'],
    ['published', 'text'],
    ['signature', 'bytes'],
    ['story', 'text', need],
  ],
  texts: [
    ['document', 'whole', (c) => c.primaryKey().references('documents.id').onDelete('cascade')],
    ['packed', 'bytes', need],
  ],
  originals: [
    ['sha', 'text', (c) => c.primaryKey()],
    ['size', 'whole', need],
    ['packed', 'bytes', need],
    ['by', 'whole', (c) => c.references('documents.id')],
  ],
  readings: [
    ['document', 'whole', to('documents')],
    ['engine', 'whole', (c) => c.notNull().references('engines.id')],
    ['packed', 'bytes', need],
  ],
  printings: [
    ['id', 'id'],
    ['document', 'whole', to('documents')],
    ['key', 'text', need],
    ['uri', 'text'],
    ['input', 'text'],
    ['record', 'whole'],
    ['address', 'text'],
    ['url', 'text'],
    ['outlet', 'text'],
    ['title', 'text'],
    ['byline', 'text', need],
    ['published', 'text'],
    ['dateline', 'text'],
    ['language', 'text', need],
    ['original', 'text', (c) => c.notNull().references('originals.sha')],
    ['seen', 'text', need],
  ],
  offers: [
    ['key', 'text', (c) => c.primaryKey()],
    ['documents', 'whole', need],
  ],
  actors: [
    ['id', 'id'],
    ['document', 'whole', to('documents')],
    ['local', 'text', need],
    ['name', 'text', need],
    ['kind', 'text', need],
    ['of', 'text'],
    ['role', 'text'],
    ['country', 'text'],
    ['sector', 'text'],
    ['wikidata', 'text'],
  ],
  places: [
    ['document', 'whole', to('documents')],
    ['local', 'text', need],
    ['name', 'text', need],
    ['geonames', 'whole'],
    ['lat', 'real'],
    ['lon', 'real'],
    ['country', 'text'],
  ],
  times: [
    ['document', 'whole', to('documents')],
    ['local', 'text', need],
    ['type', 'text', need],
    ['value', 'text', need],
    ['start', 'whole', need],
    ['end', 'whole', need],
  ],
  records: [
    ['id', 'id'],
    ['document', 'whole', to('documents')],
    ['local', 'text', need],
    ['code', 'whole', need],
    ['seq', 'whole', need],
    ['date', 'text', need],
    ['kind', 'text'],
    ['stance', 'text'],
    ['type', 'text'],
    ['mode', 'text'],
    ['quad', 'whole'],
    ['hedged', 'whole', need],
    ['negated', 'whole', need],
    ['country', 'text'],
    ['lat', 'real'],
    ['lon', 'real'],
  ],
  parts: [
    ['record', 'whole', to('records')],
    ['part', 'text', need],
    ['seq', 'whole', need],
    ['actor', 'whole', to('actors')],
  ],
  bands: [
    ['band', 'whole', need],
    ['document', 'whole', to('documents')],
  ],
  runs: [
    ['id', 'id'],
    ['started', 'text', need],
    ['finished', 'text'],
    ['ledger', 'text'],
  ],
};

/** Tables whose rows have no number: their key is these columns. */
const keys: Readonly<Record<string, readonly string[]>> = {
  places: ['document', 'local'],
  times: ['document', 'local'],
  parts: ['record', 'part', 'seq'],
  bands: ['band', 'document'],
};

/** Other keys, and what is looked up by; `equal` where a value may be longer than a page of an ordered index, and is only ever asked for whole. */
const indexes: readonly (readonly [table: string, columns: readonly string[], kind?: 'unique' | 'equal'])[] = [
  ['engines', ['version', 'model'], 'unique'],
  ['documents', ['story']],
  ['documents', ['outlet']],
  ['readings', ['document', 'engine'], 'unique'],
  ['printings', ['document', 'key'], 'unique'],
  ['printings', ['address'], 'equal'],
  ['printings', ['original']],
  ['actors', ['document', 'local'], 'unique'],
  ['records', ['document', 'local'], 'unique'],
  ['records', ['date', 'code', 'seq']],
  ['parts', ['actor']],
];

async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    let made = db.schema.createTable(table);
    for (const [name, type, rest] of columns) {
      const like = type === 'id' ? dialect.rowId : dialect[type];
      made = made.addColumn(name, sql.raw(like), (column) => (type === 'id' ? column.primaryKey() : rest ? rest(column) : column));
    }
    const key = keys[table];
    if (key !== undefined) made = made.addPrimaryKeyConstraint(`${table}_key`, [...key] as never[]).modifyEnd(sql.raw(dialect.keyed));
    await made.execute();
  }
  for (const [table, columns, kind] of indexes) {
    const made = db.schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns([...columns]);
    await (kind === 'unique' ? made.unique() : kind === 'equal' && dialect.equal !== '' ? made.using(dialect.equal) : made).execute();
  }
  await dialect.makeWords(db);
}

export const first: Migration = { name: 'first', up };
