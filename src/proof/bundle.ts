import { createHash } from 'node:crypto';
import { isOfRecord } from '../archive/corrections/correction.ts';
import { type Kept, type KeptCorrection, keptCorrectionSchema, keptSchema } from '../archive/kept.ts';
import type { Archive } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { version } from '../version.ts';
import { ZipWriter } from '../zip/writer.ts';
import { evidenceOf } from './evidence.ts';
import { type Manifest, manifestText, type Part, sumsText, Tally } from './manifest.ts';
import { FOLDER, partNames } from './names.ts';
import { readmeText } from './readme.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/** The lines of a dump that are documents and corrections; of a selection only its documents, and the corrections about them. */
async function* linesOf(
  archive: Archive,
  only: ReadonlySet<string> | null,
): AsyncGenerator<{ kept: Kept } | { correction: KeptCorrection }> {
  for await (const text of archive.dump()) {
    const id = /^\{"document":"(sha256:[0-9a-f]{64})"/.exec(text)?.[1];
    if (id !== undefined && (only === null || only.has(id))) {
      const kept: unknown = JSON.parse(text);
      keptSchema.parse(kept);
      // As it stands, and not as the schema gives it: fields that it does not name stay.
      yield { kept: kept as Kept };
    } else if (text.startsWith('{"correction":')) {
      const correction = keptCorrectionSchema.parse(JSON.parse(text));
      if (only === null || only.has(aboutOf(correction) ?? '')) yield { correction };
    }
  }
}

/** The document that a correction is about; null for one about people over all documents. */
const aboutOf = ({ correction }: KeptCorrection): string | null => (isOfRecord(correction) ? correction.record.document : null);

/** A part's last step: counted, listed, and on its way. */
class Parts {
  readonly #zip = new ZipWriter();
  readonly list: Part[] = [];

  *add(name: string, bytes: Uint8Array): Generator<Uint8Array> {
    const { packed, chunks } = this.#zip.add(name, bytes);
    this.list.push({ name, bytes: bytes.length, sha256: sha256(bytes), packed: sha256(packed) });
    yield* chunks;
  }

  end = (): Generator<Uint8Array> => this.#zip.end();
}

/**
 * A zip file with documents, their saved pages, every slice in words, and hashes of everything. The same documents give the same bytes.
 * Memory holds one document and a line for each part.
 * @param only ids of documents; null for all @throws ReadoutError READOUT_RECORD_NOT_FOUND where the archive has none of them
 */
export async function* bundle(archive: Archive, only: ReadonlySet<string> | null): AsyncGenerator<Uint8Array, Manifest> {
  const parts = new Parts();
  const tally = new Tally();
  const pages = new Set<string>();
  const original = async (id: string): Promise<Uint8Array> => {
    const bytes = await archive.original(id);
    if (bytes !== null) return bytes;
    throw new ReadoutError('READOUT_ARCHIVE_DAMAGED', `The page ${id} is not in the archive.`, 'See readout doctor.');
  };
  yield* parts.add(partNames.readme, new TextEncoder().encode(readmeText));
  const corrections: KeptCorrection[] = [];
  for await (const line of linesOf(archive, only)) {
    if ('correction' in line) {
      corrections.push(line.correction);
      continue;
    }
    const { kept } = line;
    const evidence = await evidenceOf(kept, original);
    for (const { page } of evidence.pages) {
      if (pages.has(page)) continue;
      pages.add(page);
      tally.pages++;
      yield* parts.add(partNames.page(page), await original(page));
    }
    yield* parts.add(partNames.document(kept.document), json(kept));
    yield* parts.add(partNames.evidence(kept.document), json(evidence));
    tally.documents++;
    if (evidence.pages.some(({ places }) => places !== null)) tally.mapped++;
    for (const { engine, slices } of evidence.readings) {
      tally.engine(engine);
      tally.readings++;
      tally.slices += slices.length;
    }
  }
  if (tally.documents === 0)
    throw new ReadoutError('READOUT_RECORD_NOT_FOUND', 'There is nothing to bundle.', 'See readout search for what the archive holds.');
  if (corrections.length > 0) yield* parts.add(partNames.corrections, Buffer.concat(corrections.map(json)));
  tally.corrections = corrections.length;
  const { engines, counts } = tally;
  const manifest: Manifest = { bundle: 1, readout: version, unit: 'UTF-16 code units', engines, counts, parts: [...parts.list] };
  yield* parts.add(partNames.manifest, new TextEncoder().encode(manifestText(manifest)));
  yield* parts.add(partNames.sums, new TextEncoder().encode(sumsText(parts.list, FOLDER)));
  yield* parts.end();
  return manifest;
}
