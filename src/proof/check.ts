import { ReadoutError } from '../error.ts';
import type { Entry } from '../zip/layout.ts';
import { type RandomAccess, ZipReader } from '../zip/reader.ts';
import { evidenceFaults, keptFaults, parseCorrection, parseEvidence, parseKept, sha256 } from './check-document.ts';
import { type Manifest, manifestSchema, manifestText, type Part, sumsText, Tally } from './manifest.ts';
import { FOLDER, partNames, partOf } from './names.ts';

/** Something in a bundle that does not hold. */
export interface Failure {
  /** The part: `documents/….json`, `manifest.json`, `end`. */
  readonly part: string;
  readonly fault: string;
}

/** What a bundle holds, and all that does not. */
export interface Checked {
  readonly counts: Manifest['counts'];
  readonly engines: Manifest['engines'];
  readonly parts: number;
  readonly failures: readonly Failure[];
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const inside = (name: string): string => (name.startsWith(`${FOLDER}/`) ? name.slice(FOLDER.length + 1) : name);

/** The parts that are there once. */
const lists = [partNames.readme, partNames.corrections, partNames.manifest, partNames.sums];

/** One look at a bundle: everything is told, nothing is mended. */
class Check {
  readonly #failures: Failure[] = [];
  readonly #tally = new Tally();
  readonly #zip: ZipReader;
  readonly #byName: ReadonlyMap<string, Entry>;

  constructor(zip: ZipReader) {
    this.#zip = zip;
    this.#byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
    for (const { part, fault } of zip.faults) this.#tell(part, fault);
    if (this.#byName.size !== zip.entries.length) this.#tell('directory', 'names a part twice');
  }

  #tell(part: string, fault: string): void {
    this.#failures.push({ part: inside(part), fault });
  }

  async #bytesOf(name: string): Promise<Uint8Array | null> {
    const entry = this.#byName.get(name);
    return entry === undefined ? null : (await this.#zip.read(entry)).bytes;
  }

  async #manifest(): Promise<Manifest | null> {
    const bytes = await this.#bytesOf(partNames.manifest);
    if (bytes === null) {
      this.#tell(partNames.manifest, 'is not there or cannot be unpacked');
      return null;
    }
    try {
      const manifest = manifestSchema.parse(JSON.parse(utf8(bytes)));
      if (manifestText(manifest) !== utf8(bytes)) this.#tell(partNames.manifest, 'is not written as a bundle has it');
      return manifest;
    } catch {
      this.#tell(partNames.manifest, 'has not the form that it should have');
      return null;
    }
  }

  async #sums(parts: readonly Part[]): Promise<void> {
    const [manifest, sums] = [await this.#bytesOf(partNames.manifest), await this.#bytesOf(partNames.sums)];
    if (manifest === null) return;
    if (sums === null) this.#tell(partNames.sums, 'is not there or cannot be unpacked');
    else {
      const wanted = sumsText([...parts, { name: partNames.manifest, sha256: sha256(manifest) }], FOLDER);
      if (Buffer.compare(Buffer.from(wanted), sums) === 0) return;
      const lines = wanted.split('\n');
      const given = new TextDecoder().decode(sums).split('\n');
      const at = lines.findIndex((one, i) => one !== given[i]);
      this.#tell(partNames.sums, `differs from the manifest, first in line ${at + 1}: ${inside(lines[at] ?? '').slice(66) || 'the end'}`);
    }
  }

  /** A part against its line in the manifest, and its bytes. */
  async #part(entry: Entry, listed: Part | undefined): Promise<Uint8Array | null> {
    const { packed, bytes, faults } = await this.#zip.read(entry);
    for (const { fault } of faults) this.#tell(entry.name, fault);
    if (entry.name === partNames.manifest || entry.name === partNames.sums) return bytes;
    if (listed === undefined) this.#tell(entry.name, 'is not in the manifest');
    else if (bytes !== null && (sha256(bytes) !== listed.sha256 || bytes.length !== listed.bytes))
      this.#tell(entry.name, 'is not what the manifest has the hash of');
    else if (sha256(packed) !== listed.packed) this.#tell(entry.name, 'is packed otherwise than the manifest has the hash of');
    return bytes;
  }

  async #document(bytes: Uint8Array, id: string): Promise<void> {
    const name = partNames.document(id);
    this.#tally.documents++;
    const document = parseKept(bytes);
    if ('fault' in document) {
      this.#tell(name, document.fault);
      return;
    }
    const kept = document.value;
    for (const fault of keptFaults(kept, id)) this.#tell(name, fault);
    for (const { reading } of kept.readings) {
      this.#tally.readings++;
      this.#tally.engine(reading.engine);
    }
    const beside = await this.#bytesOf(partNames.evidence(id));
    const evidence = beside === null ? { fault: 'is not there or cannot be unpacked' } : parseEvidence(beside);
    if ('fault' in evidence) {
      this.#tell(partNames.evidence(id), evidence.fault);
      return;
    }
    const { value } = evidence;
    for (const fault of await evidenceFaults(kept, value, (page) => this.#bytesOf(partNames.page(page))))
      this.#tell(partNames.evidence(id), fault);
    this.#tally.slices += value.readings.reduce((sum, { slices }) => sum + slices.length, 0);
    if (value.pages.some(({ places }) => places !== null)) this.#tally.mapped++;
  }

  #corrections(bytes: Uint8Array): void {
    for (const [i, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
      if (line === '') continue;
      this.#tally.corrections++;
      const parsed = parseCorrection(new TextEncoder().encode(line));
      if ('fault' in parsed) this.#tell(partNames.corrections, `line ${i + 1} ${parsed.fault}`);
    }
  }

  async run(): Promise<Checked> {
    const manifest = await this.#manifest();
    const parts = manifest?.parts ?? [];
    const listed = new Map(parts.map((part) => [part.name, part]));
    for (const entry of this.#zip.entries) {
      const bytes = await this.#part(entry, listed.get(entry.name));
      const part = partOf(entry.name);
      if (part?.kind === 'page') {
        this.#tally.pages++;
        if (bytes !== null && `sha256:${sha256(bytes)}` !== part.id) this.#tell(entry.name, 'its bytes are not those of its name');
      } else if (part?.kind === 'document' && bytes !== null) await this.#document(bytes, part.id);
      else if (part?.kind === 'evidence' && !this.#byName.has(partNames.document(part.id)))
        this.#tell(entry.name, 'its document is not there');
      else if (entry.name === partNames.corrections && bytes !== null) this.#corrections(bytes);
      else if (part === null && !(lists as readonly string[]).includes(entry.name)) this.#tell(entry.name, 'is no part of a bundle');
    }
    if (manifest !== null) {
      for (const { name } of parts) if (!this.#byName.has(name)) this.#tell(name, 'is in the manifest and not in the bundle');
      await this.#sums(parts);
      this.#compare(manifest);
    }
    const { counts, engines } = this.#tally;
    return { counts, engines, parts: this.#zip.entries.length, failures: this.#failures };
  }

  #compare(manifest: Manifest): void {
    const { counts, engines } = this.#tally;
    if (JSON.stringify(manifest.engines) !== JSON.stringify(engines))
      this.#tell(partNames.manifest, 'names other engines than the readings');
    for (const [what, count] of Object.entries(counts)) {
      const told = manifest.counts[what as keyof typeof counts];
      if (told !== count) this.#tell(partNames.manifest, `tells of ${told} ${what} and there are ${count}`);
    }
  }
}

/**
 * Checks a bundle to the last byte, part by part: that nothing was altered, that every slice of every reading is the words it claims,
 * and that the text stands in the saved page where the places say. Needs no archive, no model, no network.
 * @throws ReadoutError READOUT_BUNDLE_DAMAGED for what is no bundle
 */
export async function checkBundle(file: RandomAccess, name: string): Promise<Checked> {
  const zip = await ZipReader.open(file, name);
  if (!zip.entries.some((entry) => entry.name.startsWith(`${FOLDER}/`)))
    throw new ReadoutError(
      'READOUT_BUNDLE_DAMAGED',
      `${name} is a zip file, but no bundle of Readout.`,
      'A bundle is made by readout bundle.',
    );
  return new Check(zip).run();
}
