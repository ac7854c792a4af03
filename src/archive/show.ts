import type { Kysely } from 'kysely';
import { ReadoutError } from '../error.ts';
import type { Reading } from '../reading/schema.ts';
import type { Driver } from './driver.ts';
import { documentId, parseId } from './ids.ts';
import { readingOf } from './reading.ts';
import type { PrintingTable, Tables } from './tables.ts';
import type { DocumentView, Printing, Version } from './view.ts';

/** The document that an id names. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
export async function documentRow(
  db: Kysely<Tables>,
  id: string,
): Promise<{ readonly id: number; readonly sha: string; readonly story: string }> {
  const wanted = parseId(id);
  const found =
    wanted === null
      ? []
      : await db
          .selectFrom('documents')
          .select(['id', 'sha', 'story'])
          .where('sha', '>=', wanted.sha)
          .where('sha', '<=', `${wanted.sha}g`)
          .limit(2)
          .execute();
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  throw new ReadoutError(
    'READOUT_RECORD_NOT_FOUND',
    wanted === null
      ? `“${id}” is no id.`
      : `${second === undefined ? 'Nothing' : 'More than one document'} in this archive has the id ${id}.`,
    'An id is a document’s hash or its first digits, with :q1 or :e1 after it for a record; readout search prints them.',
  );
}

export const printingFrom = (row: Omit<PrintingTable, 'id' | 'document' | 'seen' | 'key'>): Printing => ({
  input: { id: row.input, uri: row.uri, record: row.record },
  address: row.address,
  url: row.url,
  outlet: row.outlet,
  title: row.title,
  byline: JSON.parse(row.byline) as readonly string[],
  published: row.published,
  dateline: row.dateline,
  language: row.language,
  original: documentId(row.original),
});

type Row = Omit<PrintingTable, 'id'>;

/** The printing that the reading is of: the first of those that say of themselves what the reading says. */
function leading(reading: Reading, printings: readonly Row[]): Row | undefined {
  const same = (row: Row) => (['url', 'outlet', 'title', 'published'] as const).every((field) => row[field] === reading.document[field]);
  return printings.find(same) ?? printings[0];
}

export const printingsOf = (driver: Driver, document: number): Promise<Row[]> =>
  driver.db
    .selectFrom('printings')
    .select([
      'document',
      'key',
      'uri',
      'input',
      'record',
      'address',
      'url',
      'outlet',
      'title',
      'byline',
      'published',
      'dateline',
      'language',
      'original',
      'seen',
    ])
    .where('document', '=', document)
    .orderBy('key')
    .execute();

/** The reading with where its leading printing was found. */
export function withInput(reading: Reading, printings: readonly Row[]): Reading {
  const lead = leading(reading, printings);
  if (lead === undefined) return reading;
  return { ...reading, document: { ...reading.document, input: { id: lead.input, uri: lead.uri, record: lead.record } } };
}

/** The texts at an address, by the day that they give themselves and then by when they came. */
async function versionsAt(driver: Driver, address: string): Promise<readonly Version[]> {
  const rows = await driver.db
    .selectFrom('printings')
    .innerJoin('documents', 'documents.id', 'printings.document')
    .select((eb) => ['documents.sha', eb.fn.min('printings.published').as('published'), eb.fn.min('printings.seen').as('seen')])
    .where('printings.address', '=', address)
    .groupBy('documents.sha')
    .execute();
  const order = ({ published, seen, sha }: (typeof rows)[number]) => `${(published ?? '').slice(0, 10)} ${seen} ${sha}`;
  return [...rows]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ sha, published, seen }, at) => ({ version: at + 1, id: documentId(sha), published, seen }));
}

/** A document with its printings, versions and near copies. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
export async function show(driver: Driver, id: string): Promise<DocumentView> {
  const document = await documentRow(driver.db, id);
  const printings = await printingsOf(driver, document.id);
  const reading = withInput(await readingOf(driver.db, document.id), printings);
  const addresses = [...new Set(printings.flatMap(({ address }) => (address === null ? [] : [address])))].sort();
  const versions = [];
  for (const address of addresses) versions.push({ address, versions: await versionsAt(driver, address) });
  const story = await driver.db.selectFrom('documents').select('sha').where('story', '=', document.story).orderBy('sha').execute();
  return {
    reading,
    printings: printings.map(printingFrom),
    versions: versions.filter((one) => one.versions.length > 1),
    story: story.map(({ sha }) => documentId(sha)),
  };
}
