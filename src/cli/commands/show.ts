import { Command } from 'commander';
import type { ShowChoices } from '../show-run.ts';
import { archiveFlag } from './archive-flag.ts';

/** `readout show`: a document, a record or somebody, with all that the archive knows of it. */
export const show = (): Command =>
  new Command('show')
    .summary('show a document, quotation, event or person of an archive')
    .description(
      'Shows a document with its records, printings and versions; one quotation or event where it stands; or somebody, with all links and the newest of what was said and done.',
    )
    .argument('<ID>', 'a document’s hash or its first digits; with :q1 or :e1 after it a record; an id of readout people for a person')
    .addOption(archiveFlag())
    .option('--why', 'print which rule or head decided, how surely, and what was rejected')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout show 1f0c22ab9e01
  readout show 1f0c22ab9e01:q7 --why
  readout show who:1f0c22ab9e01d4

Exit codes: 0 shown, 1 nothing has this id, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (id: string, choices: ShowChoices) => {
      const { showRun } = await import('../show-run.ts');
      process.exitCode = await showRun(id, choices);
    });
