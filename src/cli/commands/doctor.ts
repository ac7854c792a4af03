import { Command } from 'commander';
import type { DoctorChoices } from '../doctor-run.ts';
import { archiveFlag } from './archive-flag.ts';

/** `readout doctor`: looks for damage in an archive. */
export const doctor = (): Command =>
  new Command('doctor')
    .summary('look for damage in an archive')
    .description('Checks an archive from its pages to every slice of every reading, and with --repair mends what can be made again.')
    .addOption(archiveFlag())
    .option('--repair', 'mend what can be made again from what is kept')
    .option('--json', 'print {"checks", "findings"} as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout doctor --archive news.db

Exit codes: 0 nothing is found (or all of it is mended), 2 wrong usage, 3 something is found, or the archive cannot be opened.`,
    )
    .action(async (choices: DoctorChoices) => {
      const { doctorRun } = await import('../doctor-run.ts');
      process.exitCode = await doctorRun(choices);
    });
