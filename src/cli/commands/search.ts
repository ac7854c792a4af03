import { Command, InvalidArgumentError, Option } from 'commander';
import type { SearchChoices } from '../search-run.ts';

export const kindChoices = ['direct', 'indirect', 'mixed'] as const;
export const recordChoices = ['quotation', 'event'] as const;

function limit(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value) || Number(value) > 1000) throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
  return Number(value);
}

/** A date as exact as wished. */
function date(value: string): string {
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value))
    throw new InvalidArgumentError('It must be a date as 2023, 2023-09 or 2023-09-13.');
  return value;
}

/** `readout search`: finds quotations and events. */
export const search = (): Command =>
  new Command('search')
    .summary('find quotations and events in an archive')
    .description(
      'Finds quotations and events, newest first. All that is asked must hold; names match by their words, without case and accents.',
    )
    .argument('[WORDS...]', 'words that must stand in the record; several in one argument ("we are ready") must stand so')
    .option('--archive <archive>', 'a file (default: $READOUT_ARCHIVE, else readout.db here)')
    .addOption(new Option('--record <sort>', 'only these').choices(recordChoices))
    .option('--speaker <name>', 'who said it')
    .option('--cue <word>', 'how it is said that it was said: denied, tweeted')
    .addOption(new Option('--kind <kind>', 'of quotation').choices(kindChoices))
    .option('--type <type>', 'of event, as PLOVER names it: CONSULT, ACCUSE, ASSAULT')
    .option('--actor <name>', 'who did it: a name, or a country as USA')
    .option('--recipient <name>', 'to whom')
    .option('--place <place>', 'where: a name, a country as UA, or a box as south,west,north,east')
    .option('--since <date>', 'on or after: 2023, 2023-09, 2023-09-13', date)
    .option('--until <date>', 'on or before', date)
    .option('--outlet <name>', 'who printed it')
    .option('--hedged', 'only what is hedged')
    .option('--negated', 'only what did not happen, or was denied')
    .option('--said-by <name>', 'on whose word')
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
