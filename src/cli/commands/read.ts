import { Command, InvalidArgumentError, Option } from 'commander';
import { isoDate } from '../../read/dates.ts';
import type { ReadChoices } from '../read-run.ts';

// The lists are written out, so that `--help` loads neither readers nor exporters; a test holds them to the real ones.
export const fromChoices = ['auto', 'text', 'html', 'jsonl', 'feed', 'warc'] as const;
export const toChoices = ['terminal', 'jsonl', 'csv', 'plover'] as const;
export const viewChoices = ['quotations', 'events', 'timeline'] as const;

export function workers(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.');
  return Number(value);
}

const isoForm = /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/** An ISO date that exists, with a time of day if one is given, in the form that a document's own date gets. */
export function published(value: string): string {
  const date = isoForm.test(value) ? isoDate(value) : null;
  if (date === null) throw new InvalidArgumentError('It must be a date as 2023-09-13, or with a time as 2023-09-13T08:00:00Z.');
  return date;
}

/** `readout read`: reads, prints, keeps nothing. */
export const read = (): Command =>
  new Command('read')
    .summary('read articles and print who said what')
    .description('Reads articles and prints who said what, each part tied to its exact characters. Keeps nothing.')
    .argument('[FILE...]', 'files to read; standard input where none is named, or for -')
    .addOption(new Option('--from <format>', 'what the input is').choices(fromChoices).default('auto'))
    .addOption(
      new Option('--to <form>', 'what to print (default: terminal; jsonl for --from jsonl into a file or pipe)').choices(toChoices),
    )
    .addOption(new Option('--json', 'the same as --to jsonl').conflicts('to'))
    .addOption(new Option('--view <view>', 'what the terminal or the table shows').choices(viewChoices).default('quotations'))
    .option('--workers <n>', 'worker threads (default: one per core)', workers)
    .option('--why', 'print which rule or head decided, how surely, and what was rejected')
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .option('--published <date>', 'date of publication: over what a text or page says, and for JSON lines that name none', published)
    .addHelpText(
      'after',
      `
Examples:
  readout read article.html
  readout read examples/*.txt --view events
  readout read --from jsonl --to jsonl < articles.jsonl > readings.jsonl

A JSON line in is {"id", "text" or "html", "title"?, "url"?, "published"?, "outlet"?}; a line out is a reading, or
{"readout": 1, "error": {"code", "message", "next", "input"}} in its place.

Exit codes: 0 all read, 1 some of the input could not be read (each is told), 2 wrong usage,
            3 Readout's own files are missing or damaged or the output cannot be written, 130 interrupted.`,
    )
    .action(async (files: string[], choices: ReadChoices) => {
      const { readRun } = await import('../read-run.ts');
      process.exitCode = await readRun(files, choices);
    });
