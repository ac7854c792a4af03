import { Command } from 'commander';
import type { LookChoices } from '../look-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit, withFilters } from './filters.ts';

/** `readout claims`: claims and their denials. */
export const claims = (): Command =>
  withFilters(
    new Command('claims')
      .summary('claims and their denials')
      .description('Claims with their denials, in one article or over several. The flags choose the denial.')
      .argument('[WORDS...]', 'words that must stand in the record, as for readout search')
      .addOption(archiveFlag()),
  )
    .option('--limit <n>', 'pairs shown', limit, 20)
    .option('--json', 'print {"claims", "all"} as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout claims --speaker Trump
  readout claims --since 2019 --json

Exit codes: 0 done (also when nothing is found), 1 nobody has the id that is asked for, 2 wrong usage,
            3 the archive cannot be opened or is damaged.`,
    )
    .action(async (words: string[], choices: LookChoices) => {
      const { lookRun } = await import('../look-run.ts');
      process.exitCode = await lookRun('claims', words, choices);
    });
