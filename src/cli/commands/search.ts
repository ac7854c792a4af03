import { Command, Option } from 'commander';
import type { SearchChoices } from '../search-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit, withFilters } from './filters.ts';

export const orderChoices = ['newest', 'relevance'] as const;

/** `readout search`: finds quotations and events. */
export const search = (): Command =>
  withFilters(
    new Command('search')
      .summary('find quotations and events in an archive')
      .description('Finds quotations and events. All that is asked must hold; names match by their words, without case and accents.')
      .argument(
        '[WORDS...]',
        'words that must stand in the record, in any of their forms; several in one argument ("we are ready") must stand so',
      )
      .addOption(archiveFlag()),
  )
    .addOption(
      new Option('--order <order>', 'relevance: the words as written, and together, before their other forms')
        .choices(orderChoices)
        .default('newest'),
    )
    .option('--limit <n>', 'records on a page', limit, 20)
    .option('--cursor <cursor>', 'the page that begins there')
    .option('--json', 'print {"items", "next"} as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout search "witch hunt" --speaker Trump
  readout search --type ACCUSE --actor USA --since 2019 --json

Each record has an id for readout show. Where there is more, the last line says how to go on; nothing is shown twice or left out by it,
whatever is ingested in between.

Exit codes: 0 done (also when nothing is found), 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (words: string[], choices: SearchChoices) => {
      const { searchRun } = await import('../search-run.ts');
      process.exitCode = await searchRun(words, choices);
    });
