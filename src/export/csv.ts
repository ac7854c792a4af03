import type { Format } from './format.ts';
import { csvRow } from './rows.ts';
import { columnsFor, rowsFor } from './tables.ts';

/** A table: one row a quotation; with the view of events one row an event, with the timeline's in the order of their dates. */
export const csv: Format = {
  head: ({ view }) => csvRow(columnsFor(view).map(([name]) => name)),
  separator: '',
  document: ({ reading }, { view }) => rowsFor(reading, view).map(csvRow).join(''),
  problem: () => '',
};
