import { Command, InvalidArgumentError, Option } from 'commander';
import { ReadoutError } from '../../error.ts';
import type { FeedChoices } from '../feed-run.ts';
import { withFetchFlags } from '../fetch-flags.ts';
import { withNatsFlags } from '../nats-flags.ts';
import { archiveFlag } from './archive-flag.ts';
import { published, workers } from './read.ts';

function count(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(value);
}

/** `readout ingest`: reads and keeps. */
export const ingest = (): Command =>
  withNatsFlags(withFetchFlags(new Command('ingest')))
    .summary('read articles and keep them in an archive')
    .description(
      'Reads files, pages and feeds and keeps them, with all that was read in them, in an archive. Ends with a ledger whose counts add up.',
    )
    .argument(
      '<SOURCE...>',
      'files, folders (with all that is in them), patterns and web addresses: text, HTML, JSON lines, feeds, OPML, WARC, zip, gz',
    )
    .addOption(archiveFlag())
    .option('--json', 'print the ledger as JSON')
    .addOption(
      new Option('--to <where>', 'read here, or leave it to workers (readout work)').choices(['archive', 'nats']).default('archive'),
    )
    .option('--wait', 'with --to nats: wait until the workers have read it all, and print the ledger')
    .option('--most-waiting <n>', 'with --to nats: pause while more than so many wait (default: 50000)', count)
    .option('--workers <n>', 'worker threads (default: one per core)', workers)
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .option('--published <date>', 'date of publication: over what a text or page says, and for JSON lines that name none', published)
    .option('--follow', 'read the items of feeds from the pages that they link to')
    .option('--most-bytes <n>', 'the most bytes that a zip or gz may unpack to (default: 16 GiB)', count)
    .option('--most-ratio <n>', 'the most bytes out for each byte in (default: 200)', count)
    .option('--most-entries <n>', 'the most entries of a zip (default: 200000)', count)
    .option('--most-depth <n>', 'archives within archives (default: 3)', count)
    .addHelpText(
      'after',
      `
Examples:
  readout ingest examples/
  readout ingest --archive news.db 'saved/**/*.html' articles.jsonl.gz crawl.warc.gz
  readout ingest https://news.example/feed.xml subscriptions.opml
  readout ingest --follow https://news.example/feed.xml
  readout ingest --to nats --nats nats://queue:4222 --archive postgres://readout@db/news crawl/

With --follow every page is asked for as any address is: one connection a host, robots.txt held to, private addresses refused. An item whose
page cannot be had is told, and read as the feed has it.

What was kept before is not read again: run it as often as you like, and again after it was interrupted.
The ledger: read + unchanged + duplicate + skipped = offered. A duplicate is a text that is kept already, found at another place. A README or
licence beside articles is counted as skipped (READOUT_INPUT_NO_ARTICLE), and read where it is named itself.

Exit codes: 0 all read, 1 some of it could not be read (each is told), 2 wrong usage,
            3 the archive cannot be opened or written or is damaged, 130 interrupted.`,
    )
    .action(async (sources: string[], choices: FeedChoices & { readonly to: 'archive' | 'nats' }) => {
      if (choices.to === 'nats') {
        if (choices.follow)
          throw new ReadoutError('READOUT_USAGE', '--follow goes with reading here.', 'Leave out --to nats, or --follow.');
        const { feedRun } = await import('../feed-run.ts');
        process.exitCode = await feedRun(sources, choices);
        return;
      }
      const { ingestRun } = await import('../ingest-run.ts');
      process.exitCode = await ingestRun(sources, choices);
    });
