import { Command } from 'commander';
import type { LookChoices } from '../look-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit, withFilters } from './filters.ts';

/** `readout quoted`: who gets quoted. */
export const quoted = (): Command =>
  withFilters(
    new Command('quoted')
      .summary('who gets quoted')
      .description('Who gets quoted: share, role, directly or not; and how much is said by nobody who has a name.')
      .argument('[WORDS...]', 'words that must stand in the record, as for readout search')
      .addOption(archiveFlag()),
  )
    .option('--limit <n>', 'people shown', limit, 20)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout quoted --outlet reuters
  readout quoted --since 2019 --json

Exit codes: 0 done (also when nothing is found), 1 nobody has the id that is asked for, 2 wrong usage,
            3 the archive cannot be opened or is damaged.`,
    )
    .action(async (words: string[], choices: LookChoices) => {
      const { lookRun } = await import('../look-run.ts');
      process.exitCode = await lookRun('quoted', words, choices);
    });
