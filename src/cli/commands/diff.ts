import { Command, Option } from 'commander';
import type { DiffChoices } from '../diff-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit } from './filters.ts';

export const changeChoices = ['changed', 'lost', 'new'] as const;

/** `readout diff`: what a new engine reads otherwise. */
export const diff = (): Command =>
  new Command('diff')
    .summary('what a new engine reads otherwise')
    .description('Compares each article’s current reading with the one that the engine before made of it, and shows what changed.')
    .argument('[DOCUMENT]', 'only this one')
    .addOption(archiveFlag())
    .option('--from <version>', 'of the older engine (default: the one before)')
    .addOption(new Option('--only <change>', 'show only these').choices(changeChoices))
    .option('--limit <n>', 'records shown', limit, 20)
    .option('--json', 'print {"documents", "same", "changed", "lost", "new", "records"} as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout diff --only lost

Exit codes: 0 done (also when nothing changed), 1 there is no such document, 2 wrong usage,
            3 the archive cannot be opened or is damaged.`,
    )
    .action(async (document: string | undefined, choices: DiffChoices) => {
      const { diffRun } = await import('../diff-run.ts');
      process.exitCode = await diffRun(document, choices);
    });
