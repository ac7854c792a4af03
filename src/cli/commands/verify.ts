import { Command, InvalidArgumentError } from 'commander';
import type { VerifyChoices } from '../verify-run.ts';

function hash(value: string): string {
  if (!/^[0-9a-f]{64}$/i.test(value)) throw new InvalidArgumentError('It must be 64 hexadecimal digits.');
  return value;
}

/** `readout verify`: checks a bundle. */
export const verify = (): Command =>
  new Command('verify')
    .summary('check a bundle to the last byte and slice')
    .description(
      'Checks a bundle: every byte against the hashes, every slice of every reading against the text, the text against the saved page. Needs no archive, no model and no network.',
    )
    .argument('<FILE>', 'a file that readout bundle wrote')
    .option('--sha256 <hash>', 'the hash that its maker published; it must be the file’s', hash)
    .option('--json', 'print {"holds", "failures", …} as JSON')
    .addHelpText(
      'after',
      `
Example:
  readout verify archive.zip

Exit codes: 0 every part and slice holds, 1 the file cannot be read, 2 wrong usage, 3 something does not hold (each is named).`,
    )
    .action(async (file: string, choices: VerifyChoices) => {
      const { verifyRun } = await import('../verify-run.ts');
      process.exitCode = await verifyRun(file, choices);
    });
