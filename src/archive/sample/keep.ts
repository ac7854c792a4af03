import type { Kysely } from 'kysely';
import { ReadoutError } from '../../error.ts';
import { grouped } from '../../people/grouped.ts';
import { type RecordAt, recordAt as recordAtSchema } from '../corrections/correction.ts';
import { recordAtIn, recordAtOf } from '../corrections/place.ts';
import type { Driver } from '../driver.ts';
import { itemOf, matching } from '../find.ts';
import { recordId, shaOf } from '../ids.ts';
import type { Item, Query } from '../query.ts';
import { readingOf } from '../reading.ts';
import type { SampledTable, Tables } from '../tables.ts';
import { type Card, cardOf, estimate, type Judged } from './card.ts';
import { type Candidate, draw } from './draw.ts';
import type { Judgement, Sample, SampleAsked, Sampled, SampleHead, Verdict } from './sample.ts';

type Db = Kysely<Tables>;

const MOST = 1000;

export const noSuchSample = (id: number | string): ReadoutError =>
  new ReadoutError('READOUT_SAMPLE_NOT_FOUND', `There is no sample ${id}.`, 'readout sample --list tells which there are.');

interface Found extends Candidate {
  readonly sort: Item['sort'];
  readonly document: number;
  readonly local: string;
  readonly engine: string;
}

/** Everything that may be drawn. Intents (what somebody plans or hopes) are left out, as in every view. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
async function candidates(driver: Driver, query: Query): Promise<readonly Found[]> {
  const found = await matching(driver, query);
  if (found === null) return [];
  const rows = await driver.db
    .selectFrom('records')
    .innerJoin('documents', 'documents.id', 'records.document')
    .innerJoin('engines', 'engines.id', 'documents.engine')
    .select(['records.document', 'records.local', 'records.kind', 'records.type', 'documents.sha', 'documents.outlet'])
    .select(['engines.version', 'engines.model'])
    .where('records.id', 'in', found.select('records.id'))
    .where((eb) => eb.or([eb('records.stance', 'is', null), eb('records.stance', '<>', 'intent')]))
    .execute();
  return rows.map(({ document, local, kind, type, sha, outlet, version, model }) => ({
    ...{ document, local, outlet },
    record: recordId(sha, local),
    sort: kind === null ? 'event' : 'quotation',
    type: kind ?? type ?? '',
    engine: `${version} ${shaOf(model).slice(0, 12)}`,
  }));
}

/** Of drawn records where they stand in their texts: another engine numbers anew, the text stays. */
async function places(db: Db, drawn: readonly Found[]): Promise<ReadonlyMap<string, RecordAt>> {
  const found = new Map<string, RecordAt>();
  for (const [document, some] of grouped(drawn, (one) => one.document)) {
    const reading = await readingOf(db, document);
    for (const { record, local } of some) {
      const there = [...reading.quotations, ...reading.events].find(({ id }) => id === local);
      if (there !== undefined) found.set(record, recordAtOf(reading, there));
    }
  }
  return found;
}

/** Draws a sample and keeps it; what was drawn just so before is given again, with its verdicts. @throws ReadoutError READOUT_USAGE */
export async function drawSample(driver: Driver, given: SampleAsked): Promise<Sample> {
  const { limit: _limit, cursor: _cursor, ...filters } = given.query;
  // In one order, so that the same question is known again.
  const query = Object.fromEntries(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
  const asked: SampleAsked = { size: given.size, seed: given.seed, by: given.by, query };
  if (!Number.isInteger(asked.size) || asked.size < 1 || asked.size > MOST)
    throw new ReadoutError('READOUT_USAGE', `A sample has 1 to ${MOST} records.`, 'Draw fewer; several samples with other seeds add up.');
  const key = JSON.stringify(asked);
  const there = await driver.db.selectFrom('samples').select('id').where('asked', '=', key).orderBy('id').limit(1).executeTakeFirst();
  if (there !== undefined) return sample(driver, there.id);
  const drawn = draw(await candidates(driver, asked.query), asked);
  if (drawn.length === 0)
    throw new ReadoutError('READOUT_USAGE', 'No record matches: nothing can be drawn.', 'Take a filter away, or ingest articles first.');
  const at = await places(driver.db, drawn);
  const id = await driver.write(async (trx) => {
    const made = { asked: key, made: new Date().toISOString() };
    const row = await trx.insertInto('samples').values(made).returning('id').executeTakeFirstOrThrow();
    for (const [seq, { record, type, sort, outlet, engine, weight }] of drawn.entries())
      await trx
        .insertInto('sampled')
        .values({ sample: row.id, seq, record, body: JSON.stringify(at.get(record)), type, sort, outlet, engine, weight })
        .execute();
    return row.id;
  });
  return sample(driver, id);
}

const rowsOf = (db: Db, id: number) => db.selectFrom('sampled').selectAll().where('sample', '=', id).orderBy('seq').execute();

const judged = (row: SampledTable): Judged => ({ ...row, verdict: row.verdict as Verdict | null });

async function headOf(db: Db, id: number) {
  const row = await db.selectFrom('samples').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noSuchSample(id);
  return { id: row.id, asked: JSON.parse(row.asked) as SampleAsked, made: row.made };
}

/** The records as they are read now, by their place in the sample. */
async function itemsOf(db: Db, rows: readonly SampledTable[]): Promise<ReadonlyMap<number, Item>> {
  const items = new Map<number, Item>();
  const placed = rows.map(({ seq, body }) => ({ seq, at: recordAtSchema.parse(JSON.parse(body)) }));
  for (const [document, some] of grouped(placed, ({ at }) => at.document)) {
    const row = await db.selectFrom('documents').select('id').where('sha', '=', shaOf(document)).executeTakeFirst();
    if (row === undefined) continue;
    const reading = await readingOf(db, row.id);
    for (const { seq, at } of some) {
      const record = recordAtIn(reading, at);
      const date = record === null ? '' : (('content' in record ? null : record.date) ?? reading.document.published ?? '');
      const item = record === null ? undefined : itemOf(reading, record.id, date);
      if (item !== undefined) items.set(seq, item);
    }
  }
  return items;
}

/** A drawing with its records and its card. @throws ReadoutError READOUT_SAMPLE_NOT_FOUND */
export async function sample(driver: Driver, id: number): Promise<Sample> {
  const head = await headOf(driver.db, id);
  const rows = await rowsOf(driver.db, id);
  const found = await itemsOf(driver.db, rows);
  const items = rows.map((row): Sampled => {
    const { seq, record, type, outlet, weight, note } = row;
    return { n: seq + 1, record, type, outlet, weight, verdict: row.verdict as Verdict | null, note, item: found.get(seq) ?? null };
  });
  return { ...head, items, card: cardOf(rows.map(judged)) };
}

/** All drawings, the newest first. */
export async function samples(driver: Driver): Promise<readonly SampleHead[]> {
  const heads = await driver.db.selectFrom('samples').select('id').orderBy('id', 'desc').execute();
  const all: SampleHead[] = [];
  for (const { id } of heads) all.push({ ...(await headOf(driver.db, id)), all: estimate((await rowsOf(driver.db, id)).map(judged)) });
  return all;
}

/** Keeps verdicts, all or none. @throws ReadoutError READOUT_SAMPLE_NOT_FOUND, READOUT_RECORD_NOT_FOUND for one that was not drawn */
export async function judge(driver: Driver, id: number, judgements: readonly Judgement[]): Promise<Card> {
  await headOf(driver.db, id);
  await driver.write(async (trx) => {
    const rows = await trx.selectFrom('sampled').select(['seq', 'record']).where('sample', '=', id).execute();
    for (const { n, record, verdict, note } of judgements) {
      const row = rows.find((one) =>
        n === undefined ? one.record === record : one.seq === n - 1 && (record === undefined || one.record === record),
      );
      if (row === undefined)
        throw new ReadoutError(
          'READOUT_RECORD_NOT_FOUND',
          `${record ?? `Number ${n}`} was not drawn for sample ${id}.`,
          'readout sample --json prints what was drawn.',
        );
      const judgedAt = verdict === null ? null : new Date().toISOString();
      await trx
        .updateTable('sampled')
        .set({ verdict, judged: judgedAt, ...(note === undefined ? {} : { note }) })
        .where('sample', '=', id)
        .where('seq', '=', row.seq)
        .execute();
    }
  });
  return cardOf((await rowsOf(driver.db, id)).map(judged));
}

/** Everything judged in this archive as one card; what was drawn twice counts once, as it was judged last. */
export async function trust(driver: Driver): Promise<Card> {
  const rows = await driver.db
    .selectFrom('sampled')
    .selectAll()
    .where('verdict', 'is not', null)
    .orderBy('judged')
    .orderBy('sample')
    .orderBy('seq')
    .execute();
  return cardOf([...new Map(rows.map((row) => [`${row.record} ${row.engine}`, row])).values()].map(judged));
}

/** Forgets a drawing and its verdicts. @throws ReadoutError READOUT_SAMPLE_NOT_FOUND */
export async function forgetSample(driver: Driver, id: number): Promise<void> {
  await headOf(driver.db, id);
  await driver.write(async (trx) => {
    await trx.deleteFrom('sampled').where('sample', '=', id).execute();
    await trx.deleteFrom('samples').where('id', '=', id).execute();
  });
}
