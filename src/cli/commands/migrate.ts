import { Command } from 'commander';
import type { MigrateChoices } from '../migrate-run.ts';

/** `readout migrate`: an archive into another store. */
export const migrate = (): Command =>
  new Command('migrate')
    .summary('move an archive into another store')
    .description(
      'Copies all that an archive keeps into one that is new or empty: articles, originals, versions, people, corrections, and what need not be read again. It is kept only if both give the same dump; the first stays as it is.',
    )
    .requiredOption('--from <archive>', 'a file or postgres://user@host/database')
    .requiredOption('--to <archive>', 'a file or postgres://user@host/database; it is made where there is none')
    .option('--json', 'print {"documents", "sha256"} as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout migrate --from readout.db --to postgres://news@db.example/news
  readout migrate --from postgres://news@db.example/news --to copy.db

Ended at any moment it leaves the other archive empty: run it again.

Exit codes: 0 moved, 2 wrong usage, or the archive to move to is not empty, 3 an archive cannot be opened or written or is damaged,
            130 interrupted.`,
    )
    .action(async (choices: MigrateChoices) => {
      const { migrateRun } = await import('../migrate-run.ts');
      process.exitCode = await migrateRun(choices);
    });
