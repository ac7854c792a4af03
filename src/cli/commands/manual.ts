import { Command } from 'commander';

/** `readout manual`: the manual page. */
export const manual = (): Command =>
  new Command('manual')
    .summary('print the manual page')
    .description(
      'Prints the manual page in roff, made from the same definitions that parse the commands. The package brings it along for man readout.',
    )
    .addHelpText(
      'after',
      `
Example:
  readout manual | man -l -

Exit codes: 0 done, 2 wrong usage.`,
    )
    .action(async (_: unknown, command: Command) => {
      const { manualRun } = await import('../completion-run.ts');
      process.exitCode = await manualRun(command.parent ?? command);
    });
