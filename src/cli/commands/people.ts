import { Command, Option } from 'commander';
import type { PeopleChoices } from '../people-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { limit } from './filters.ts';

const kinds = ['person', 'group', 'organisation', 'country', 'unnamed'] as const;

/** `readout people`: actors over all documents. */
export const people = (): Command =>
  new Command('people')
    .summary('who is in an archive')
    .description('Actors linked over all articles, those in most first; or one of them, with every link and its reason.')
    .argument('[NAME...]', 'words of a name; or an id as who:1f0c22ab9e01')
    .addOption(archiveFlag())
    .addOption(new Option('--kind <kind>', 'only these').choices(kinds))
    .option('--limit <n>', 'people shown', limit, 20)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout people --kind organisation
  readout people lavrov
  readout people who:1f0c22ab9e01

Nobody is linked by a surname alone. Where the machine is wrong, readout correct prevails over it.

Exit codes: 0 done, 1 nobody has this id, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (name: string[], choices: PeopleChoices) => {
      const { peopleRun } = await import('../people-run.ts');
      process.exitCode = await peopleRun(name, choices);
    });
