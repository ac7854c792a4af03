import { Command, InvalidArgumentError } from 'commander';
import type { CorrectChoices } from '../correct-run.ts';
import { archiveFlag } from './archive-flag.ts';

function number(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a number that readout corrections prints.');
  return Number(value);
}

/** `readout undo`: takes a correction back. */
export const undo = (): Command =>
  new Command('undo')
    .summary('take a correction back')
    .description('Takes a correction back: everything is as if it had never been made.')
    .argument('<NUMBER>', 'of the correction', number)
    .addOption(archiveFlag())
    .option('--json', 'print the correction as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout undo 3

Exit codes: 0 done, 1 there is no such correction, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (id: number, choices: CorrectChoices) => {
      const { undoRun } = await import('../correct-run.ts');
      process.exitCode = await undoRun(id, choices);
    });
