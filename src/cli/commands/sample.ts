import { Command, InvalidArgumentError, Option } from 'commander';
import type { SampleChoices } from '../sample-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit, withFilters } from './filters.ts';

export const spreadChoices = ['type', 'outlet'] as const;

function number(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a number that readout sample --list prints.');
  return Number(value);
}

/** `readout sample`: your own trust card. */
export const sample = (): Command =>
  withFilters(
    new Command('sample')
      .summary('draw records, judge them, and get your own trust card')
      .description(
        'Draws records, asks you of each whether it is right, and prints how much is: precision with its interval, by type and outlet. ' +
          'Verdicts are kept with the archive; the same command goes on where you stopped.',
      )
      .argument('[WORDS...]', 'words that must stand in the records that are drawn from')
      .addOption(archiveFlag()),
  )
    .option('--size <n>', 'records to draw', limit, 50)
    .option('--seed <text>', 'another draws other records, the same the same', '1')
    .addOption(new Option('--by <what>', 'as many of each, as far as there are so many').choices(spreadChoices))
    .option('--id <number>', 'go on with this sample', number)
    .option('--judgements <file>', 'take verdicts from JSON lines (- for standard input) in place of asking')
    .option('--list', 'print the samples there are')
    .option('--card', 'print the trust card of everything judged in this archive')
    .option('--json', 'print the sample with its records and its card as JSON, and ask nothing')
    .addHelpText(
      'after',
      `
On a terminal: y right, n wrong, u unsure, s later, b back, q stop. A record is right when its words are what it says they are (a quotation,
an event of this type) and all else that it tells of them is so: who, to whom, denied, hedged.

A line of --judgements: {"n": 1, "verdict": "right"} or {"record": "1f0c22ab9e01:q7", "verdict": "wrong", "note": "no quotation"}; the verdict
is right, wrong, unsure or null. The whole output of --json is taken too, with its verdicts filled in.

Examples:
  readout sample --size 100 --by type
  readout sample --outlet Gazette --record quotation
  readout sample --size 20 --json > sample.json
  readout sample --size 20 --judgements verdicts.jsonl

Exit codes: 0 done, 1 a verdict is for a record that was not drawn, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (words: string[], choices: SampleChoices) => {
      const { sampleRun } = await import('../sample-run.ts');
      process.exitCode = await sampleRun(words, choices);
    });
