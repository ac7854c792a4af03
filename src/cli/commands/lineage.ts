import { Command } from 'commander';
import type { IdChoices } from '../lineage-run.ts';
import { archiveFlag } from './archive-flag.ts';

/** `readout lineage`: a quotation across outlets. */
export const lineage = (): Command =>
  new Command('lineage')
    .summary('a quotation or event across outlets')
    .description(
      'Where a quotation or event was printed: first, cut, longer, altered; in how many articles, from how many independent origins.',
    )
    .argument('<ID>', 'of a quotation or event, as readout search prints it')
    .addOption(archiveFlag())
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout lineage 1f0c22ab9e01:q7

Near copies of an article are one origin, however many outlets printed it.

Exit codes: 0 shown, 1 nothing has this id, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (id: string, choices: IdChoices) => {
      const { lineageRun } = await import('../lineage-run.ts');
      process.exitCode = await lineageRun(id, choices);
    });
