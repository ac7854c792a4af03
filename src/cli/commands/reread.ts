import { Command } from 'commander';
import type { RereadChoices } from '../reread-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { workers } from './read.ts';

/** `readout reread`: a new engine over the kept articles. */
export const reread = (): Command =>
  new Command('reread')
    .summary('read the kept articles again with this engine')
    .description(
      'Reads every kept article that another engine read last. The old readings stay, for readout diff; corrections are laid over the new.',
    )
    .addOption(archiveFlag())
    .option('--workers <n>', 'worker threads (default: one per core)', workers)
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .option('--json', 'print {"all", "reread", "unchanged", "failed"} as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout reread --archive news.db && readout diff --archive news.db

Ended at any moment and run again, it goes on where it was.

Exit codes: 0 all read, 1 some of it could not be read (each is told), 2 wrong usage,
            3 the archive cannot be opened or written or is damaged, 130 interrupted.`,
    )
    .action(async (choices: RereadChoices) => {
      const { rereadRun } = await import('../reread-run.ts');
      process.exitCode = await rereadRun(choices);
    });
