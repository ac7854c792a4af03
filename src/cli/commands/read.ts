import { Command, InvalidArgumentError, Option } from 'commander';
import type { ReadChoices } from '../read-run.ts';

// The lists are written out, so that `--help` loads neither readers nor exporters; a test holds them to the real ones.
export const fromChoices = ['auto', 'text', 'html', 'jsonl', 'feed', 'warc'] as const;
export const toChoices = ['terminal', 'jsonl', 'csv', 'plover'] as const;
export const viewChoices = ['quotations', 'events', 'timeline'] as const;

function workers(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.');
  return Number(value);
}

/** An ISO date that exists, with a time of day if one is given. */
export function published(value: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(value);
  const date = day && new Date(`${day[1]}-${day[2]}-${day[3]}T00:00:00Z`);
  if (!date || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day[3])) {
    throw new InvalidArgumentError('It must be a date as 2023-09-13.');
  }
  return value;
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
    .addOption(new Option('--view <view>', 'what the terminal or the table shows').choices(viewChoices).default('quotations'))
    .option('--workers <n>', 'worker threads (default: one per core)', workers)
    .option('--why', 'print which rule or head decided, how surely, and what was rejected')
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .option('--published <date>', 'date of publication, for input that does not say it', published)
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
            3 the model is missing or damaged or the output cannot be written, 130 interrupted.`,
    )
    .action(async (files: string[], choices: ReadChoices) => {
      const { readRun } = await import('../read-run.ts');
      process.exitCode = await readRun(files, choices);
    });
