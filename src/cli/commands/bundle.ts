import { Command } from 'commander';
import type { BundleChoices } from '../bundle-run.ts';
import { archiveFlag } from './archive-flag.ts';

/** `readout bundle`: documents with their proof, in one file. */
export const bundle = (): Command =>
  new Command('bundle')
    .summary('write documents with their saved pages and proof into one file')
    .description(
      'Writes one zip file with documents, their saved pages, every slice in words, engine and model, and the hash of every part: for a stranger to check with readout verify, or by hand as the README inside says. The same documents give the same bytes.',
    )
    .argument('[ID...]', 'documents, or records for their documents, as readout search and show name them; all where none is named')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(archiveFlag())
    .option('--json', 'print counts and hash as JSON')
    .addHelpText(
      'after',
      `
Examples:
  readout bundle --out archive.zip
  readout bundle 1f0c22ab9e01:q7 --out proof.zip

Exit codes: 0 written, 1 nothing has such an id, 2 wrong usage,
            3 the archive cannot be opened or is damaged, or the file cannot be written.`,
    )
    .action(async (ids: string[], choices: BundleChoices) => {
      const { bundleRun } = await import('../bundle-run.ts');
      process.exitCode = await bundleRun(ids, choices);
    });
