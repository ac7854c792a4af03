import type { Kysely, Transaction } from 'kysely';
import type { Reading } from '../reading/schema.ts';
import { correct, correctionsOf } from './corrections/apply.ts';
import type { Driver } from './driver.ts';
import { shaOf } from './ids.ts';
import { signatureOf } from './minhash.ts';
import { packText, unpackText } from './pack.ts';
import { addLinks, staleLinks } from './people/stale.ts';
import { actorsOf, placesOf, rowsOf, timesOf } from './rows.ts';
import { squeezed, unsqueezed } from './squeeze.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

async function engineOf(trx: Trx, { version, model }: Reading['engine']): Promise<number> {
  const there = await trx.selectFrom('engines').select('id').where('version', '=', version).where('model', '=', model).executeTakeFirst();
  if (there !== undefined) return there.id;
  const made = await trx.insertInto('engines').values({ version, model }).returning('id').executeTakeFirstOrThrow();
  return made.id;
}

/** @throws when the text is damaged */
export async function textOf(db: Kysely<Tables>, document: number): Promise<string> {
  const { packed } = await db.selectFrom('texts').select('packed').where('document', '=', document).executeTakeFirstOrThrow();
  return JSON.parse(unpackText(packed)) as string;
}

/** Puts a reading and its text together, each field where it was. */
export function unpackReading(packed: Uint8Array, text: string): Reading {
  const reading = unsqueezed(unpackText(packed)) as Reading;
  return { ...reading, document: { ...reading.document, text } };
}

/** As JSON, and not as bytes: a lone surrogate is escaped. */
const packedText = (text: string): Uint8Array => packText(JSON.stringify(text));
const packedReading = (reading: Reading): Uint8Array => packText(squeezed({ ...reading, document: { ...reading.document, text: '' } }));

/** The current reading as the machine made it: without where it was found. @throws when it is damaged */
export async function machineReadingOf(db: Kysely<Tables>, document: number): Promise<Reading> {
  const { packed } = await db
    .selectFrom('documents')
    .innerJoin('readings', (join) => join.onRef('readings.document', '=', 'documents.id').onRef('readings.engine', '=', 'documents.engine'))
    .select('packed')
    .where('documents.id', '=', document)
    .executeTakeFirstOrThrow();
  return unpackReading(packed, await textOf(db, document));
}

/** The current reading with what people have corrected in it. @throws when it is damaged */
export const readingOf = async (db: Kysely<Tables>, document: number): Promise<Reading> =>
  correct(await machineReadingOf(db, document), await correctionsOf(db, document));

/** Keeps a document's text, over one that is damaged. */
export async function keepText(trx: Trx, document: number, text: string): Promise<void> {
  const packed = packedText(text);
  await trx
    .insertInto('texts')
    .values({ document, packed })
    .onConflict((conflict) => conflict.column('document').doUpdateSet({ packed }))
    .execute();
}

/** So much of an outlet's name it is found by: an index takes no longer keys. All of it is in the reading. */
const OUTLET = 500;

/** Keeps a reading as its document's current one, with its rows. @param there the document's row; null for a new one @returns its row */
export async function keepReading(driver: Driver, trx: Trx, reading: Reading, there: number | null): Promise<number> {
  const { url, outlet, title, published, text } = reading.document;
  const engine = await engineOf(trx, reading.engine);
  const described = { engine, url, outlet: outlet?.slice(0, OUTLET) ?? null, title, published };
  const sha = shaOf(reading.document.id);
  let document = there;
  if (document === null) {
    const row = { ...described, sha, signature: signatureOf(text), story: sha };
    document = (await trx.insertInto('documents').values(row).returning('id').executeTakeFirstOrThrow()).id;
    await keepText(trx, document, text);
  } else {
    await trx.updateTable('documents').set(described).where('id', '=', document).execute();
    await trx.deleteFrom('readings').where('document', '=', document).where('engine', '=', engine).execute();
    await removeRows(driver, trx, document);
  }
  await trx
    .insertInto('readings')
    .values({ document, engine, packed: packedReading(reading) })
    .execute();
  await addRows(driver, trx, reading, document);
  return document;
}

export async function removeRows(driver: Driver, trx: Trx, document: number): Promise<void> {
  const records = await trx.selectFrom('records').select('id').where('document', '=', document).execute();
  await driver.words.remove(
    trx,
    records.map(({ id }) => id),
  );
  await staleLinks(trx, document);
  // The parts go with their records, the links with their actors.
  for (const table of ['records', 'actors', 'places', 'times'] as const)
    await trx.deleteFrom(table).where('document', '=', document).execute();
}

/** The rows of a reading, with what people have corrected in it. */
export async function addRows(driver: Driver, trx: Trx, machine: Reading, document: number): Promise<void> {
  const reading = correct(machine, await correctionsOf(trx, document));
  const rows = rowsOf(reading);
  const actors = await numbersOf(
    trx,
    'actors',
    actorsOf(reading, rows).map(({ id: local, name, kind, of, role, country, sector, wikidata }) => ({
      document,
      local,
      name,
      kind,
      of,
      role,
      country,
      sector,
      wikidata,
    })),
  );
  await addLinks(
    trx,
    actorsOf(reading, rows).map((actor) => ({ row: actors.get(actor.id) ?? 0, ...actor })),
  );
  const records = await numbersOf(
    trx,
    'records',
    rows.map(({ columns }) => ({ ...columns, document })),
  );
  const parts = rows.flatMap(({ columns, parts }) =>
    parts.map(({ part, seq, actor }) => ({ record: records.get(columns.local) ?? 0, part, seq, actor: actors.get(actor) ?? 0 })),
  );
  await insertAll(trx, 'parts', parts);
  await insertAll(
    trx,
    'places',
    placesOf(reading).map(({ id: local, name, geonames, lat, lon, country }) => ({ document, local, name, geonames, lat, lon, country })),
  );
  await insertAll(
    trx,
    'times',
    timesOf(reading).map(({ id: local, type, value, start, end }) => ({ document, local, type, value, start, end })),
  );
  await driver.words.add(
    trx,
    rows.map(({ columns, words }) => ({ record: records.get(columns.local) ?? 0, words })),
  );
}

/** A statement holds so many rows: the stores allow some 30,000 values in one. */
const AT_ONCE = 500;

function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}

// The values of a table that is only known by a parameter: Kysely's types cannot follow, the parameters of these two do.
async function insertAll<Table extends 'parts' | 'places' | 'times'>(
  trx: Trx,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  for (const some of chunks(rows))
    await trx
      .insertInto(table)
      .values(some as never)
      .execute();
}

/** Inserts rows and tells the store's number of each by its own id in the reading. */
async function numbersOf<Table extends 'actors' | 'records'>(
  trx: Trx,
  table: Table,
  rows: readonly Omit<Tables[Table], 'id'>[],
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const some of chunks(rows)) {
    const made = await trx
      .insertInto(table)
      .values(some as never)
      .returning(['id', 'local'])
      .execute();
    for (const { id, local } of made as readonly { id: number; local: string }[]) numbers.set(local, id);
  }
  return numbers;
}
