import { Command } from 'commander';
import type { McpChoices } from '../mcp-run.ts';
import { archiveToMake } from './archive-flag.ts';

/** `readout mcp`: the assistant's door. */
export const mcp = (): Command =>
  new Command('mcp')
    .summary('let an assistant read, search, show and verify')
    .description(
      'Speaks the Model Context Protocol on standard input and output. Tools: read, search, show, verify; each answer carries the slices it stands on.',
    )
    .addOption(archiveToMake())
    .option('--lexicon <file>', 'your own names and words, read over the built-in ones')
    .addHelpText(
      'after',
      `
Example, in an assistant's list of servers:
  {"mcpServers": {"readout": {"command": "readout", "args": ["mcp", "--archive", "/home/me/news.db"]}}}

Exit codes: 0 its input ended, 2 wrong usage, 3 the archive cannot be opened, 130 interrupted.`,
    )
    .action(async (choices: McpChoices) => {
      const { mcpRun } = await import('../mcp-run.ts');
      process.exitCode = await mcpRun(choices);
    });
