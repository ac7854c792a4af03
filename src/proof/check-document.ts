import { createHash } from 'node:crypto';
import { type Kept, type KeptCorrection, keptCorrectionSchema, keptSchema } from '../archive/kept.ts';
import { identify } from '../reading/identity.ts';
import { verify } from '../reading/verify.ts';
import { type Evidence, evidenceSchema } from './evidence.ts';
import { sourceBy } from './page-source.ts';
import { mapFaults } from './place-map.ts';
import { sliceFaults } from './slices.ts';

/** What a part says, or why it says nothing. */
export type Parsed<Value> = { readonly value: Value } | { readonly fault: string };

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

function parsed<Value>(bytes: Uint8Array, check: (value: unknown) => void): Parsed<Value> {
  try {
    const value: unknown = JSON.parse(text(bytes));
    check(value);
    return { value: value as Value };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : String(error);
    return { fault: `has not the form that it should have: ${why}` };
  }
}

export const parseKept = (bytes: Uint8Array): Parsed<Kept> => parsed(bytes, (value) => keptSchema.parse(value));
export const parseCorrection = (bytes: Uint8Array): Parsed<KeptCorrection> => parsed(bytes, (value) => keptCorrectionSchema.parse(value));
export const parseEvidence = (bytes: Uint8Array): Parsed<Evidence> => parsed(bytes, (value) => evidenceSchema.parse(value));

/** What is wrong with a document in itself: its hash, the form of its readings, every slice, every id. */
export function keptFaults(kept: Kept, id: string): readonly string[] {
  const faults = kept.document === id ? [] : [`is the document ${kept.document}`];
  if (kept.readings.filter(({ current }) => current).length !== 1) faults.push('not exactly one reading is the current one');
  for (const [i, { reading }] of kept.readings.entries()) {
    const { document } = reading;
    if (document.id !== kept.document || identify(document.text) !== kept.document)
      faults.push(`readings[${i}]: its text is not that of its hash`);
    faults.push(...verify(reading).map(({ at, fault }) => `readings[${i}].${at}: ${fault}`));
  }
  return faults;
}

/** Compares a document's evidence with the document, its slices with the text, and its places with the saved pages. */
export async function evidenceFaults(
  kept: Kept,
  evidence: Evidence,
  page: (id: string) => Promise<Uint8Array | null>,
): Promise<readonly string[]> {
  const faults: string[] = evidence.document === kept.document ? [] : [`is evidence of ${evidence.document}`];
  if (evidence.readings.length !== kept.readings.length)
    faults.push(`has ${evidence.readings.length} readings and not ${kept.readings.length}`);
  for (const [i, { reading }] of kept.readings.entries()) {
    const beside = evidence.readings[i];
    if (beside === undefined) continue;
    if (beside.engine.version !== reading.engine.version || beside.engine.model !== reading.engine.model)
      faults.push(`readings[${i}]: another engine than the reading’s`);
    faults.push(...sliceFaults(reading, beside.slices).map((fault) => `readings[${i}].${fault}`));
  }
  const wanted = [...new Set(kept.printings.map(({ original }) => original))].sort();
  if (JSON.stringify(evidence.pages.map((one) => one.page)) !== JSON.stringify(wanted)) faults.push('names other pages than the printings');
  const words = kept.readings[0]?.reading.document.text ?? '';
  for (const { page: id, way, places } of evidence.pages) {
    const bytes = await page(id);
    if (bytes === null) faults.push(`its page ${id} is not in the bundle`);
    else if ((way === null) !== (places === null)) faults.push(`page ${id}: a way and places go together`);
    else if (way !== null && places !== null) {
      const source = sourceBy(way, bytes);
      if (source === null) faults.push(`page ${id} holds no ${way}`);
      else faults.push(...mapFaults(words, source, places).map((fault) => `page ${id}: ${fault}`));
    }
  }
  return faults;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
