import type { Tables } from '../tables.ts';

/** A table as it is carried over: by its key, so many rows at a time. */
export interface Carried {
  readonly table: keyof Tables;
  readonly key: readonly string[];
  readonly rows: number;
}

/** Rows of names and numbers, and rows with packed bytes: all of these at once must fit in memory, whatever they hold. */
const [MANY, FEW] = [500, 20];

/** In an order in which no row comes before one that it points to. A new table gets a line here; a test holds it to that. */
export const carried: readonly Carried[] = [
  { table: 'engines', key: ['id'], rows: MANY },
  { table: 'documents', key: ['id'], rows: MANY },
  { table: 'texts', key: ['document'], rows: FEW },
  { table: 'originals', key: ['sha'], rows: FEW },
  { table: 'readings', key: ['document', 'engine'], rows: FEW },
  { table: 'printings', key: ['id'], rows: MANY },
  { table: 'offers', key: ['key'], rows: MANY },
  { table: 'actors', key: ['id'], rows: MANY },
  { table: 'places', key: ['document', 'local'], rows: MANY },
  { table: 'times', key: ['document', 'local'], rows: MANY },
  { table: 'records', key: ['id'], rows: MANY },
  { table: 'parts', key: ['record', 'part', 'seq'], rows: MANY },
  { table: 'bands', key: ['band', 'document'], rows: MANY },
  { table: 'runs', key: ['id'], rows: MANY },
  { table: 'blocks', key: ['id'], rows: MANY },
  { table: 'people', key: ['id'], rows: MANY },
  { table: 'links', key: ['actor'], rows: MANY },
  { table: 'corrections', key: ['id'], rows: MANY },
  { table: 'watched', key: ['address'], rows: MANY },
  { table: 'samples', key: ['id'], rows: MANY },
  { table: 'sampled', key: ['sample', 'seq'], rows: MANY },
  { table: 'queue', key: ['id'], rows: FEW },
];
