import { type ArchiveFormName, archiveForms } from '../export/archive-forms.ts';
import type { View } from '../reading/picture.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { intoFile } from './into-file.ts';
import { writeOut } from './output.ts';

/** The flags of `readout export`, as parsed. */
export interface ExportChoices {
  readonly archive?: string;
  readonly to: ArchiveFormName;
  readonly out?: string;
  readonly view: View;
}

/** Writes the archive out. @returns the exit code */
export async function exportRun({ archive: name, to, out, view }: ExportChoices): Promise<number> {
  const encoder = new TextEncoder();
  await withArchive(name, { create: false }, async (archive) => {
    const write = async (fd: number) => {
      for await (const part of archiveForms[to].write(archive, { view }))
        if (part.length > 0) await writeOut(typeof part === 'string' ? encoder.encode(part) : part, fd);
    };
    await (out === undefined ? write(1) : intoFile(out, write));
  });
  return exits.done;
}
