import { Command, Option } from 'commander';
import type { CorrectionsChoices } from '../corrections-run.ts';
import { archiveFlag } from './archive-flag.ts';

export const correctionForms = ['terminal', 'jsonl', 'gold'] as const;

/** `readout corrections`: what people have corrected. */
export const corrections = (): Command =>
  new Command('corrections')
    .summary('what people have corrected')
    .description('The standing corrections, in the order in which they were made; or the corrected documents as gold to learn from.')
    .addOption(archiveFlag())
    .addOption(new Option('--to <form>', 'what to print').choices(correctionForms).default('terminal'))
    .addOption(new Option('--json', 'the same as --to jsonl').conflicts('to'))
    .addHelpText(
      'after',
      `
Examples:
  readout corrections
  readout corrections --to gold > gold.jsonl

Gold is a line a document, in the form of the annotated articles that Readout learns from: "actors", "quotations" and "events" with spans
as [start, end] into "text"; "corrected" is true where a person has spoken.

Exit codes: 0 done, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (choices: CorrectionsChoices) => {
      const { correctionsRun } = await import('../corrections-run.ts');
      process.exitCode = await correctionsRun(choices);
    });
