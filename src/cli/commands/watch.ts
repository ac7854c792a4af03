import { Command, InvalidArgumentError } from 'commander';
import { withFetchFlags } from '../fetch-flags.ts';
import type { WatchChoices } from '../watch-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { published, workers } from './read.ts';

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A length of time in milliseconds. @example every('15m') // 900000 */
export function every(value: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(value) ?? [];
  const milliseconds = Number(count) * (units[unit ?? ''] ?? Number.NaN);
  if (!(milliseconds >= 10_000 && milliseconds <= 7 * 86_400_000))
    throw new InvalidArgumentError('It must be a length of time from 10s to 7d, as 90s, 15m, 2h, 1d.');
  return milliseconds;
}

/** `readout watch`: keeps sources up to date. */
export const watch = (): Command =>
  withFetchFlags(new Command('watch'))
    .summary('keep feeds, pages and folders up to date in an archive')
    .description(
      'Looks again and again for what is new in feeds, pages, lists of feeds (OPML), files and folders, and keeps it in an archive. Tells one ledger a round.',
    )
    .argument('<SOURCE...>', 'web addresses, files, folders and patterns, as readout ingest takes them')
    .addOption(archiveFlag())
    .option('--every <time>', 'from the beginning of one round to that of the next: 90s, 15m, 2h', every, 900_000)
    .option('--once', 'one round only, for cron')
    .option('--follow', 'read the items of feeds from the pages that they link to, each page once')
    .option('--json', 'print each ledger as a line of JSON')
    .option('--workers <n>', 'worker threads (default: one per core)', workers)
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .option('--published <date>', 'date of publication: over what a text or page says, and for JSON lines that name none', published)
    .addHelpText(
      'after',
      `
Examples:
  readout watch https://news.example/feed.xml subscriptions.opml saved/
  readout watch --once --archive news.db subscriptions.opml

It is polite: one connection a host, robots.txt held to, a feed that has not changed is not sent again, a server that fails or asks for
patience is left alone for longer and longer. What it has to remember for that is kept in the archive.

Exit codes: with --once 0 all read, 1 some of it could not be read (each is told); 2 wrong usage,
            3 the archive cannot be opened or written or is damaged, 130 interrupted.`,
    )
    .action(async (sources: string[], choices: WatchChoices) => {
      const { watchRun } = await import('../watch-run.ts');
      process.exitCode = await watchRun(sources, choices);
    });
