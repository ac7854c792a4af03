import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { lineageText } from './look-text.ts';
import { writeOut } from './output.ts';

export interface IdChoices {
  readonly archive?: string;
  readonly json?: boolean;
}

/** Prints where a record was printed. @returns the exit code */
export async function lineageRun(id: string, choices: IdChoices): Promise<number> {
  const found = await withArchive(choices.archive, { create: false }, (archive) => archive.lineage(id));
  await writeOut(new TextEncoder().encode(`${choices.json ? JSON.stringify(found) : lineageText(found)}\n`));
  return exits.done;
}
