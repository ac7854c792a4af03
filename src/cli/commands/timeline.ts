import { Command } from 'commander';
import type { LookChoices } from '../look-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit, withFilters } from './filters.ts';

/** `readout timeline`: what happened, day by day. */
export const timeline = (): Command =>
  withFilters(
    new Command('timeline')
      .summary('what happened, day by day')
      .description(
        'Events by their days, the oldest first. What several articles tell of one day, type, actor and recipient is one event, with its independent origins.',
      )
      .argument('[WORDS...]', 'words that must stand in the record, as for readout search')
      .addOption(archiveFlag()),
  )
    .option('--limit <n>', 'events shown', limit, 50)
    .option('--json', 'print {"moments", "all"} as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout timeline --actor USA --since 2019-06
  readout timeline --type ACCUSE --place UA --json

Exit codes: 0 done (also when nothing is found), 1 nobody has the id that is asked for, 2 wrong usage,
            3 the archive cannot be opened or is damaged.`,
    )
    .action(async (words: string[], choices: LookChoices) => {
      const { lookRun } = await import('../look-run.ts');
      process.exitCode = await lookRun('timeline', words, choices);
    });
