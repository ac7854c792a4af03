import type { Reading } from '../reading/schema.ts';
import type { Correction } from './corrections/correction.ts';
import type { Driver } from './driver.ts';
import { documentId } from './ids.ts';
import { originalOf } from './original.ts';
import { readingOf, textOf, unpackReading } from './reading.ts';
import { printingFrom, printingsOf, withInput } from './show.ts';

/** Of the dump's form. */
const FORM = 1;

/** Walks a table by its key, a handful of rows at a time: other work goes on between, and memory stays flat. */
async function* walk<Row extends { readonly sha: string }>(page: (after: string) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  for (let after = ''; ; ) {
    const rows = await page(after);
    if (rows.length === 0) return;
    yield* rows;
    after = rows.at(-1)?.sha ?? '';
  }
}

const documents = (driver: Driver) =>
  walk((after) =>
    driver.db.selectFrom('documents').select(['id', 'sha', 'story']).where('sha', '>', after).orderBy('sha').limit(200).execute(),
  );

/** Text where the bytes are UTF-8 to the last, so that a person can read the dump. */
function content(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes).toString('base64') };
  }
}

const packedReadings = (driver: Driver, document: number) =>
  driver.db
    .selectFrom('readings')
    .innerJoin('engines', 'engines.id', 'readings.engine')
    .innerJoin('documents', 'documents.id', 'readings.document')
    .select(['readings.packed', 'engines.version', 'engines.model', 'readings.engine', 'documents.engine as current'])
    .where('readings.document', '=', document)
    .orderBy('engines.version')
    .orderBy('engines.model')
    .execute();

/**
 * Everything that is kept, as lines of JSON: originals by hash, then documents by hash with their printings, stories and readings, then corrections.
 * No number of the store's own, no time of day: two archives of the same content give the same bytes.
 */
export async function* dump(driver: Driver): AsyncGenerator<string> {
  yield `${JSON.stringify({ archive: FORM })}\n`;
  const originals = walk((after) =>
    driver.db.selectFrom('originals').select('sha').where('sha', '>', after).orderBy('sha').limit(200).execute(),
  );
  for await (const { sha } of originals) {
    const bytes = await originalOf(driver.db, sha);
    if (bytes !== null) yield `${JSON.stringify({ original: documentId(sha), ...content(bytes) })}\n`;
  }
  for await (const { id, sha, story } of documents(driver)) {
    const readings = await packedReadings(driver, id);
    const text = await textOf(driver.db, id);
    const kept = readings.map(({ packed, engine, current }) => ({
      current: engine === current,
      reading: unpackReading(packed, text),
    }));
    const printings = (await printingsOf(driver, id)).map(printingFrom);
    yield `${JSON.stringify({ document: documentId(sha), story: documentId(story), printings, readings: kept })}\n`;
  }
  yield* correctionLines(driver);
}

/** The standing corrections in their order. */
async function* correctionLines({ db }: Driver): AsyncGenerator<string> {
  const rows = await db.selectFrom('corrections').select(['body', 'note']).where('undone', 'is', null).orderBy('id').execute();
  for (const { body, note } of rows) yield `${JSON.stringify({ correction: JSON.parse(body) as Correction, note })}\n`;
}

/** All current readings, as people have corrected them, by the documents' hashes. */
export async function* readings(driver: Driver): AsyncGenerator<Reading> {
  for await (const { id } of documents(driver)) {
    yield withInput(await readingOf(driver.db, id), await printingsOf(driver, id));
  }
}
