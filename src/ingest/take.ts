import type { Kept, KeptPrinting } from '../archive/kept.ts';
import type { Archive, Put } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { keptFaults, parseCorrection, parseKept, sha256 } from '../proof/check-document.ts';
import type { Reading } from '../reading/schema.ts';
import type { KeptSource } from './kept-source.ts';

const invalid = (what: string, uri: string): ReadoutError =>
  new ReadoutError('READOUT_READING_INVALID', `${uri}: ${what}.`, 'Export it again from where it was made. The others are taken.');

/** The reading as this printing describes it. */
const printed = (reading: Reading, { input, url, outlet, title, byline, published, dateline, language }: KeptPrinting): Reading => ({
  ...reading,
  document: { ...reading.document, input, url, outlet, title, byline, published, dateline, language },
});

/** The printing that the reading is of comes first: it is kept as it is, and the others do not lead it. */
function leadFirst({ document }: Reading, printings: readonly KeptPrinting[]): readonly KeptPrinting[] {
  const same = (one: KeptPrinting) =>
    (['url', 'outlet', 'title', 'published', 'dateline', 'language'] as const).every((field) => one[field] === document[field]);
  return [...printings].sort((a, b) => Number(same(b)) - Number(same(a)));
}

/** A document out of a source's bytes, checked: its form, its hash, every slice. @throws ReadoutError READOUT_READING_INVALID */
function checked(bytes: Uint8Array, uri: string): Kept {
  const parsed = parseKept(bytes);
  if ('fault' in parsed) throw invalid(`A document ${parsed.fault}`, uri);
  const kept = parsed.value;
  const [fault] = keptFaults(kept, kept.document);
  if (fault !== undefined) throw invalid(`${kept.document}: ${fault}`, uri);
  return kept;
}

/**
 * Keeps a document as it was kept elsewhere, without reading it again: every printing with its page, and what every engine read.
 * Done again after an interruption it ends the same.
 * @returns a fate for each printing @throws ReadoutError READOUT_READING_INVALID before anything is kept
 */
export async function take(archive: Archive, source: KeptSource, bytes: Uint8Array, uri: string): Promise<readonly Put[]> {
  const kept = checked(bytes, uri);
  const current = kept.readings.find((one) => one.current)?.reading as Reading;
  const pages = new Map<string, Uint8Array>();
  for (const { original } of kept.printings) {
    const page = pages.get(original) ?? (await source.original(original));
    if (page === null || `sha256:${sha256(page)}` !== original)
      throw invalid(`${kept.document}: its page ${original} is missing or altered`, uri);
    pages.set(original, page);
  }
  const puts: Put[] = [];
  for (const printing of leadFirst(current, kept.printings)) {
    const offer = { uri: printing.input.uri, original: pages.get(printing.original) as Uint8Array };
    // Not “whole”: what else was read in this page is not known here.
    puts.push(...(await archive.put(offer, [printed(current, printing)], false)));
  }
  if (kept.readings.length > 1 || puts.some(({ fate }) => fate !== 'read'))
    await archive.putBeside(kept.readings.map(({ reading }) => reading));
  return puts;
}

/** Puts a person's word over the machine's as it was put elsewhere; one that stands already is not put twice. @throws ReadoutError READOUT_READING_INVALID */
export async function takeCorrection(archive: Archive, standing: Set<string>, bytes: Uint8Array, uri: string): Promise<void> {
  const parsed = parseCorrection(bytes);
  if ('fault' in parsed) throw invalid(`A correction ${parsed.fault}`, uri);
  const { correction, note } = parsed.value;
  const key = correctionKey(parsed.value);
  if (standing.has(key)) return;
  standing.add(key);
  await archive.adopt(correction, note);
}

/** What makes two corrections the same. */
export const correctionKey = ({ correction, note }: { readonly correction: unknown; readonly note: string | null }): string =>
  JSON.stringify([correction, note]);
