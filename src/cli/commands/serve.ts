import { Command, InvalidArgumentError } from 'commander';
import type { ServeChoices } from '../serve-run.ts';
import { archiveToMake } from './archive-flag.ts';
import { workers } from './read.ts';

function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
  return Number(value);
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** `readout serve`: the page and the API. */
export const serve = (): Command =>
  new Command('serve')
    .summary('serve the page and the API')
    .description('Serves the page at / and the API under /api over one archive. Prints its address as the first line on standard output.')
    .option('--host <host>', 'address to bind to; another than this machine’s own needs a token', '127.0.0.1')
    .option('--port <n>', 'port; 0 takes one that is free', port, 7717)
    .option('--token <token>', 'ask everybody for this (default: $READOUT_TOKEN)')
    .option('--name <name>', 'a name that the server goes by besides its address; may be given again', collect, [])
    .addOption(archiveToMake())
    .option('--workers <n>', 'worker threads that read (default: one per core)', workers)
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .addHelpText(
      'after',
      `
Examples:
  readout serve --archive news.db
  READOUT_TOKEN=$(openssl rand -hex 16) readout serve --host 0.0.0.0 --name news.example

With a token, open http://HOST:PORT/?token=… once; a program sends Authorization: Bearer ….
The API is described at /api/openapi.json; /healthz and /metrics are for those who run it.

Exit codes: 0 stopped by SIGTERM, 2 wrong usage, 3 the archive or the address cannot be had, 130 interrupted.`,
    )
    .action(async (choices: ServeChoices) => {
      const { serveRun } = await import('../serve-run.ts');
      process.exitCode = await serveRun(choices);
    });
