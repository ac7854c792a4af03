import type { Transaction } from 'kysely';
import { identify } from '../reading/identity.ts';
import type { Reading } from '../reading/schema.ts';
import type { Driver } from './driver.ts';
import { documentId, hashOf, hashOfText, shaOf } from './ids.ts';
import { dropOriginal, keepOriginal } from './original.ts';
import type { Fate, Offer, Put } from './port.ts';
import { lastingUri, leads, printingOf, withoutInput } from './printing.ts';
import { keepReading, keepText, machineReadingOf } from './reading.ts';
import { joinStory } from './story.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** By place and content, so that a file that changed is read again, and one that moved is a printing of its own. */
export const keyOf = (uri: string | null, sha: string): string => hashOfText(`${lastingUri(uri) ?? ''}\0${sha}`).slice(0, 32);
export const offerKey = ({ uri }: Offer, sha: string): string => keyOf(uri, sha);

/**
 * The printing's row. One that is there already keeps the least of the originals and records it was found in, so that the order of
 * finding leaves no trace. @returns whether it is new
 */
async function keepPrinting(trx: Trx, document: number, printing: ReturnType<typeof printingOf>): Promise<boolean> {
  const there = await trx
    .selectFrom('printings')
    .select(['id', 'original', 'record'])
    .where('document', '=', document)
    .where('key', '=', printing.key)
    .executeTakeFirst();
  if (there === undefined) {
    await trx
      .insertInto('printings')
      .values({ ...printing, document, seen: new Date().toISOString() })
      .execute();
    return true;
  }
  const better = { original: printing.original < there.original, record: (printing.record ?? -1) < (there.record ?? -1) };
  if (better.record) await trx.updateTable('printings').set({ record: printing.record }).where('id', '=', there.id).execute();
  if (better.original) {
    await trx.updateTable('printings').set({ original: printing.original }).where('id', '=', there.id).execute();
    await dropOriginal(trx, there.original);
  }
  return false;
}

async function hasOther(trx: Trx, address: string | null, document: number): Promise<boolean> {
  if (address === null) return false;
  const other = trx.selectFrom('printings').select('id').where('address', '=', address).where('document', '<>', document);
  return (await other.limit(1).executeTakeFirst()) !== undefined;
}

/** The reading that is kept; null where it is damaged, so that a new one takes its place. */
async function soundReading(trx: Trx, document: number, id: string): Promise<Reading | null> {
  try {
    const reading = await machineReadingOf(trx, document);
    return identify(reading.document.text) === id ? reading : null;
  } catch {
    return null;
  }
}

async function putReading(driver: Driver, trx: Trx, given: Reading, bytes: Uint8Array, original: string): Promise<Put> {
  const sha = shaOf(given.document.id);
  const input = { ...given.document.input, uri: lastingUri(given.document.input.uri) };
  const printing = printingOf({ ...given, document: { ...given.document, input } }, original);
  const reading = withoutInput(given);
  const there = await trx.selectFrom('documents').select(['id', 'engine']).where('sha', '=', sha).executeTakeFirst();
  if (there === undefined) {
    const document = await keepReading(driver, trx, reading, null);
    await joinStory(trx, document);
    await keepOriginal(trx, bytes, document);
    const version = await hasOther(trx, printing.address, document);
    await keepPrinting(trx, document, printing);
    return { id: documentId(sha), fate: 'read', version };
  }
  const current = await soundReading(trx, there.id, given.document.id);
  if (current === null) await keepText(trx, there.id, reading.document.text);
  await keepOriginal(trx, bytes, there.id);
  const isNew = await keepPrinting(trx, there.id, printing);
  // Another engine's view of a known printing is for `reread` to take up.
  const comparable = isNew || JSON.stringify(current?.engine) === JSON.stringify(reading.engine);
  if (current === null || (comparable && leads(reading, current))) await keepReading(driver, trx, reading, there.id);
  const fate: Fate = isNew ? 'duplicate' : 'unchanged';
  return { id: documentId(sha), fate, version: false };
}

/** An offer's key by itself. */
export const keyOfOffer = (offer: Offer): string => offerKey(offer, hashOf(offer.original));

/** Keeps an offer with all its readings, within a transaction. */
export async function keepOffer(
  driver: Driver,
  trx: Trx,
  offer: Offer,
  readings: readonly Reading[],
  whole: boolean,
): Promise<readonly Put[]> {
  const sha = hashOf(offer.original);
  const puts: Put[] = [];
  for (const reading of readings) puts.push(await putReading(driver, trx, reading, offer.original, sha));
  // All its printings may have kept another original.
  if (readings.length > 0) await dropOriginal(trx, sha);
  if (whole) {
    const key = offerKey(offer, sha);
    const row = { key, documents: readings.length };
    await trx
      .insertInto('offers')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ documents: row.documents }))
      .execute();
  }
  return puts;
}

/** Keeps an offer with all its readings in one transaction. */
export const putOffer = (driver: Driver, offer: Offer, readings: readonly Reading[], whole: boolean): Promise<readonly Put[]> =>
  driver.write((trx) => keepOffer(driver, trx, offer, readings, whole));

export async function knownOffer(driver: Driver, offer: Offer): Promise<number | null> {
  const key = keyOfOffer(offer);
  const row = await driver.db.selectFrom('offers').select('documents').where('key', '=', key).executeTakeFirst();
  return row?.documents ?? null;
}
