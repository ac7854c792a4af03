import { Command, Option } from 'commander';
import type { ExportChoices } from '../export-run.ts';
import { archiveFlag } from './archive-flag.ts';
import { viewChoices } from './read.ts';

export const exportChoices = ['jsonl', 'csv', 'parquet', 'plover', 'webannotation', 'ftm', 'graphml', 'brat', 'conll'] as const;

/** `readout export`: an archive, in a form for programs. */
export const exportArchive = (): Command =>
  new Command('export')
    .summary('write an archive out')
    .description(
      'Writes an archive out: as JSON lines all that is kept, in one order that depends on nothing else; or its records as tables, annotations, entities or a network (docs/formats.md).',
    )
    .addOption(new Option('--to <form>', 'what to write').choices(exportChoices).makeOptionMandatory())
    .addOption(archiveFlag())
    .option('--out <file>', 'where to (default: standard output)')
    .addOption(new Option('--view <view>', 'what the table shows').choices(viewChoices).default('quotations'))
    .addHelpText(
      'after',
      `
Examples:
  readout export --to jsonl --out archive.jsonl
  readout export --to csv --view events > events.csv
  readout export --to parquet --view events --out events.parquet

Exit codes: 0 written, 2 wrong usage, 3 the archive cannot be opened or is damaged, or the output cannot be written.`,
    )
    .action(async (choices: ExportChoices) => {
      const { exportRun } = await import('../export-run.ts');
      process.exitCode = await exportRun(choices);
    });
