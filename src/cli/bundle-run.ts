import { createHash } from 'node:crypto';
import type { Archive } from '../archive/port.ts';
import { bundle } from '../proof/bundle.ts';
import type { Manifest } from '../proof/manifest.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { intoFile } from './into-file.ts';
import { writeOut } from './output.ts';

/** The flags of `readout bundle`, as parsed. */
export interface BundleChoices {
  readonly archive?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** The documents that ids name, of records too; null where none is named. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
async function chosen(archive: Archive, ids: readonly string[]): Promise<ReadonlySet<string> | null> {
  if (ids.length === 0) return null;
  const found = new Set<string>();
  for (const id of ids) found.add((await archive.document(id)).reading.document.id);
  return found;
}

export const countsText = ({ documents, pages, readings, slices, mapped }: Manifest['counts']): string =>
  `${documents} documents, ${pages} saved pages, ${readings} readings, ${slices} slices; ${mapped} documents with their places in the page`;

/** Writes a bundle and prints what is in it, with its hash for others to compare. @returns the exit code */
export async function bundleRun(ids: readonly string[], choices: BundleChoices): Promise<number> {
  const hash = createHash('sha256');
  let manifest: Manifest | undefined;
  let bytes = 0;
  await withArchive(choices.archive, { create: false }, async (archive) => {
    const only = await chosen(archive, ids);
    await intoFile(choices.out, async (fd) => {
      const chunks = bundle(archive, only);
      for (let next = await chunks.next(); ; next = await chunks.next()) {
        if (next.done) {
          manifest = next.value;
          break;
        }
        hash.update(next.value);
        bytes += next.value.length;
        await writeOut(next.value, fd);
      }
    });
  });
  if (manifest === undefined) return exits.damaged;
  const told = { bundle: choices.out, sha256: hash.digest('hex'), bytes, ...manifest.counts };
  const text = choices.json ? JSON.stringify(told) : `${countsText(manifest.counts)}\n${told.sha256}  ${choices.out}`;
  await writeOut(new TextEncoder().encode(`${text}\n`));
  return exits.done;
}
