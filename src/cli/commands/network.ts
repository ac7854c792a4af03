import { Command } from 'commander';
import type { LookChoices } from '../look-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit, withFilters } from './filters.ts';

/** `readout network`: who did what to whom. */
export const network = (): Command =>
  withFilters(
    new Command('network')
      .summary('who did what to whom')
      .description('Events as a network of actors, linked over all articles; those with the most independent origins first.')
      .argument('[WORDS...]', 'words that must stand in the record, as for readout search')
      .addOption(archiveFlag()),
  )
    .option('--limit <n>', 'edges shown', limit, 50)
    .option('--json', 'print {"nodes", "edges", "all"} as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout network --since 2019
  readout network --actor who:1f0c22ab9e01 --json

Nobody without a name is in it. Near copies of an article count as one origin.

Exit codes: 0 done (also when nothing is found), 1 nobody has the id that is asked for, 2 wrong usage,
            3 the archive cannot be opened or is damaged.`,
    )
    .action(async (words: string[], choices: LookChoices) => {
      const { lookRun } = await import('../look-run.ts');
      process.exitCode = await lookRun('network', words, choices);
    });
