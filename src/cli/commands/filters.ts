import { type Command, InvalidArgumentError, Option } from 'commander';

export const kindChoices = ['direct', 'indirect', 'mixed'] as const;
export const recordChoices = ['quotation', 'event'] as const;

export function limit(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value) || Number(value) > 1000) throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
  return Number(value);
}

/** A date as exact as wished. */
function date(value: string): string {
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value))
    throw new InvalidArgumentError('It must be a date as 2023, 2023-09 or 2023-09-13.');
  return value;
}

/** The flags by which quotations and events are chosen, the same for every command that looks at them. */
export const withFilters = (command: Command): Command =>
  command
    .addOption(new Option('--record <sort>', 'only these').choices(recordChoices))
    .option('--speaker <name>', 'who said it: a name, or an id of readout people')
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
    .option('--exact', 'words as they are written, and none of their other forms');
