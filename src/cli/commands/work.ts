import { Command } from 'commander';
import { above, whole, withNatsFlags } from '../nats-flags.ts';
import type { WorkChoices } from '../work-run.ts';
import type { StatusChoices } from '../work-status-run.ts';
import { archiveFlag, archiveToMake } from './archive-flag.ts';
import { workers } from './read.ts';

const status = (): Command =>
  withNatsFlags(new Command('status'))
    .summary('how much is left to do, how fast it goes, what was set aside')
    .description('Tells how much waits in the archive, how fast the workers are, how long it takes, and what was set aside and why.')
    .addOption(archiveFlag())
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout work status --archive postgres://readout@db/news --json

All but what the stream holds comes from the archive. Where NATS cannot be reached, or has no such stream, that is told on standard error,
and stream is null in the JSON.

Exit codes: 0 told, 2 wrong usage, 3 the archive cannot be reached.`,
    )
    .action(async (_: unknown, command: Command) => {
      const { workStatusRun } = await import('../work-status-run.ts');
      process.exitCode = await workStatusRun(command.optsWithGlobals<StatusChoices>());
    });

const retry = (): Command =>
  new Command('retry')
    .summary('have what was set aside tried again')
    .description('Puts everything that was set aside back among what waits, as if it had never been tried.')
    .addOption(archiveFlag())
    .option('--json', 'print the count as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout work retry --archive postgres://readout@db/news

Exit codes: 0 done, 2 wrong usage, 3 the archive cannot be reached.`,
    )
    .action(async (_: unknown, command: Command) => {
      const { workRetryRun } = await import('../work-status-run.ts');
      process.exitCode = await workRetryRun(command.optsWithGlobals<StatusChoices>());
    });

/** `readout work`: one of many that read into one archive. */
export const work = (): Command =>
  withNatsFlags(new Command('work'))
    .summary('read what readout ingest --to nats brings, one of many workers')
    .description(
      'Reads what readout ingest --to nats has brought into the archive, with as many other workers on as many machines as you like, and keeps it there. Runs until it is stopped.',
    )
    .addOption(archiveToMake())
    .option('--workers <n>', 'threads that read (default: one per core)', workers)
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones; give all workers the same', undefined)
    .option(
      '--tries <n>',
      'tries after which a document is set aside (default: 5); one that ends the whole worker has at least two',
      whole(1, 1000),
    )
    .option('--grace <seconds>', 'how long what is in hand may take when the worker is stopped (default: 25)', above(0, 3600))
    .option('--metrics <port>', 'serve /metrics, /healthz and /readyz at this port; 0 takes one that is free', whole(0, 65_535))
    .option('--metrics-host <host>', 'address for them (default: 127.0.0.1)')
    .addHelpText(
      'after',
      `
Examples:
  readout ingest --to nats --nats nats://queue:4222 --archive postgres://readout@db/news crawl/
  readout work --nats nats://queue:4222 --archive postgres://readout@db/news
  readout work status --archive postgres://readout@db/news

What waits stands in the archive; NATS carries only numbers. So a worker, NATS or the database may die at any moment: nothing is lost,
and nothing is kept twice. While one of them is away the workers wait for it, as long as it takes.
On SIGTERM or SIGINT a worker takes nothing new, keeps what it has in hand, and ends.
User, password or token of NATS stand in its address; a file of credentials in READOUT_NATS_CREDS.

Exit codes: 0 stopped by SIGTERM, 2 wrong usage, 3 the archive is damaged or the network is missing, 130 interrupted.`,
    )
    .action(async (choices: WorkChoices) => {
      const { workRun } = await import('../work-run.ts');
      process.exitCode = await workRun(choices);
    })
    .addCommand(status())
    .addCommand(retry());
