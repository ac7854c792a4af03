import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Archive } from '../archive/port.ts';
import { ReadoutError } from '../error.ts';
import { formats } from '../export/formats.ts';
import type { View } from '../reading/picture.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout export`, as parsed. */
export interface ExportChoices {
  readonly archive?: string;
  readonly to: 'jsonl' | 'csv' | 'plover';
  readonly out?: string;
  readonly view: View;
}

async function* partsOf(archive: Archive, { to, view }: ExportChoices): AsyncGenerator<string> {
  if (to === 'jsonl') {
    yield* archive.dump();
    return;
  }
  const options = { view, why: false, width: 80, colour: false } as const;
  yield formats[to].head(options);
  for await (const reading of archive.readings()) yield formats[to].document({ reading, decisions: [] }, options);
}

/** Half of a file is no file: it gets its name when it is whole. */
async function intoFile(out: string, write: (fd: number) => Promise<void>): Promise<void> {
  const part = `${out}.part`;
  let fd: number;
  try {
    fd = openSync(part, 'w');
  } catch (error) {
    throw new ReadoutError(
      'READOUT_OUTPUT_FAILED',
      `${out} cannot be written: ${(error as NodeJS.ErrnoException).code}.`,
      'Check the folder and who may write there.',
      error,
    );
  }
  try {
    await write(fd);
    fsyncSync(fd);
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Writes the archive out. @returns the exit code */
export async function exportRun(choices: ExportChoices): Promise<number> {
  const encoder = new TextEncoder();
  await withArchive(choices.archive, { create: false }, async (archive) => {
    const write = async (fd: number) => {
      for await (const part of partsOf(archive, choices)) await writeOut(encoder.encode(part), fd);
    };
    await (choices.out === undefined ? write(1) : intoFile(choices.out, write));
  });
  return exits.done;
}
