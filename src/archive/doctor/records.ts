import type { Reading } from '../../reading/schema.ts';
import type { Driver } from '../driver.ts';
import { documentId } from '../ids.ts';
import { addRows, machineReadingOf, readingOf, removeRows } from '../reading.ts';
import { actorsOf, placesOf, rowsOf, timesOf } from '../rows.ts';
import type { Check } from './check.ts';
import { notTheStore } from './not-the-store.ts';

const sorted = (rows: readonly unknown[]): string => JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());

/** The rows that a reading should have. */
function wanted(reading: Reading): readonly string[] {
  const rows = rowsOf(reading);
  return [
    sorted(rows.map(({ columns }) => Object.entries(columns).sort())),
    sorted(rows.flatMap(({ columns, parts }) => parts.map(({ part, seq, actor }) => [columns.local, part, seq, actor]))),
    sorted(
      actorsOf(reading, rows).map(({ id, name, kind, of, role, country, sector, wikidata }) => [
        id,
        name,
        kind,
        of,
        role,
        country,
        sector,
        wikidata,
      ]),
    ),
    sorted(placesOf(reading).map(({ id, name, geonames, lat, lon, country }) => [id, name, geonames, lat, lon, country])),
    sorted(timesOf(reading).map(({ id, type, value, start, end }) => [id, type, value, start, end])),
  ];
}

/** The rows that it has. */
async function there({ db }: Driver, document: number): Promise<readonly string[]> {
  const records = await db.selectFrom('records').selectAll().where('document', '=', document).execute();
  const parts = await db
    .selectFrom('parts')
    .innerJoin('records', 'records.id', 'parts.record')
    .innerJoin('actors', 'actors.id', 'parts.actor')
    .select(['records.local', 'parts.part', 'parts.seq', 'actors.local as actor'])
    .where('records.document', '=', document)
    .execute();
  const actors = await db.selectFrom('actors').selectAll().where('document', '=', document).execute();
  const places = await db.selectFrom('places').selectAll().where('document', '=', document).execute();
  const times = await db.selectFrom('times').selectAll().where('document', '=', document).execute();
  return [
    sorted(records.map(({ id: _id, document: _document, ...columns }) => Object.entries(columns).sort())),
    sorted(parts.map(({ local, part, seq, actor }) => [local, part, seq, actor])),
    sorted(
      actors.map(({ local, name, kind, of, role, country, sector, wikidata }) => [local, name, kind, of, role, country, sector, wikidata]),
    ),
    sorted(places.map(({ local, name, geonames, lat, lon, country }) => [local, name, geonames, lat, lon, country])),
    sorted(times.map(({ local, type, value, start, end }) => [local, type, value, start, end])),
  ];
}

/** A reading that can be unpacked; what is wrong with one that cannot is for another check to tell. */
export async function soundReading(driver: Driver, document: number): Promise<Reading | null> {
  try {
    return await readingOf(driver.db, document);
  } catch (error) {
    notTheStore(driver, error);
    return null;
  }
}

/** Every document's rows are those that its reading makes. */
export const recordsCheck: Check = {
  name: 'records',
  async *look(driver) {
    const tables = ['records', 'parts', 'actors', 'places', 'times'] as const;
    for (const { id, sha } of await driver.db.selectFrom('documents').select(['id', 'sha']).orderBy('sha').execute()) {
      const reading = await soundReading(driver, id);
      if (reading === null) continue;
      const [should, is] = [wanted(reading), await there(driver, id)];
      const wrong = tables.filter((_, i) => should[i] !== is[i]);
      if (wrong.length === 0) continue;
      yield {
        about: documentId(sha),
        message: `Its rows are not those of its reading: ${wrong.join(', ')}.`,
        mend: () =>
          driver.write(async (trx) => {
            await removeRows(driver, trx, id);
            await addRows(driver, trx, await machineReadingOf(trx, id), id);
          }),
      };
    }
  },
};
