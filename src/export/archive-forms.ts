import { type ArchiveForm, ofReadings } from './archive-form.ts';
import { brat } from './brat.ts';
import { conll } from './conll.ts';
import { csv } from './csv.ts';
import { ftm } from './ftm.ts';
import { graphml } from './graphml.ts';
import { parquet } from './parquet.ts';
import { plover } from './plover.ts';
import { webAnnotation } from './web-annotation.ts';

/** All that is kept, as lines of JSON in one order: what `readout ingest` takes in again. */
const dump: ArchiveForm = { mediaType: 'application/x-ndjson', ending: '.jsonl', write: (source) => source.dump() };

/** The forms of `readout export --to`; a new one is a file beside these, a line here, and a part of docs/formats.md. */
export const archiveForms = {
  jsonl: dump,
  csv: ofReadings(csv, 'text/csv; charset=utf-8', '.csv'),
  parquet,
  plover: ofReadings(plover, 'text/tab-separated-values; charset=utf-8', '.tsv'),
  webannotation: webAnnotation,
  ftm,
  graphml,
  brat,
  conll,
} as const satisfies Record<string, ArchiveForm>;

export type ArchiveFormName = keyof typeof archiveForms;
