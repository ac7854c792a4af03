import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout doctor`, as parsed. */
export interface DoctorChoices {
  readonly archive?: string;
  readonly repair?: boolean;
  readonly json?: boolean;
}

/** Checks an archive and prints what is found, check by check. @returns the exit code */
export async function doctorRun(choices: DoctorChoices): Promise<number> {
  const repair = choices.repair ?? false;
  const found = await withArchive(choices.archive, { create: false }, (archive) => archive.doctor({ repair }));
  const lines = found.checks.flatMap((check) => {
    const own = found.findings.filter((finding) => finding.check === check);
    return [
      `${own.length === 0 ? 'ok  ' : 'BAD '}${check}`,
      ...own.map(({ about, message, repaired }) => `      ${about}: ${message}${repaired ? ' Mended.' : ''}`),
    ];
  });
  await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(found)}\n` : `${lines.join('\n')}\n`));
  return found.findings.every(({ repaired }) => repaired) ? exits.done : exits.damaged;
}
