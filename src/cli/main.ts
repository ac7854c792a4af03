#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { asReadoutError } from '../error.ts';
import { version } from '../version.ts';
import { bundle } from './commands/bundle.ts';
import { claims } from './commands/claims.ts';
import { completion } from './commands/completion.ts';
import { correct } from './commands/correct.ts';
import { corrections } from './commands/corrections.ts';
import { diff } from './commands/diff.ts';
import { doctor } from './commands/doctor.ts';
import { exportArchive } from './commands/export.ts';
import { ingest } from './commands/ingest.ts';
import { lineage } from './commands/lineage.ts';
import { manual } from './commands/manual.ts';
import { mcp } from './commands/mcp.ts';
import { migrate } from './commands/migrate.ts';
import { network } from './commands/network.ts';
import { people } from './commands/people.ts';
import { quoted } from './commands/quoted.ts';
import { read } from './commands/read.ts';
import { reread } from './commands/reread.ts';
import { sample } from './commands/sample.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { timeline } from './commands/timeline.ts';
import { undo } from './commands/undo.ts';
import { verify } from './commands/verify.ts';
import { watch } from './commands/watch.ts';
import { work } from './commands/work.ts';
import { complain } from './complaint.ts';
import { exitFor, exits, leave } from './exit.ts';
import { OutputClosed, writeOutSync } from './output.ts';

/** The commands; a new one is a file in commands/ and a line here. */
const commands = [
  read,
  ingest,
  watch,
  work,
  search,
  show,
  people,
  timeline,
  network,
  quoted,
  claims,
  lineage,
  correct,
  undo,
  corrections,
  reread,
  diff,
  exportArchive,
  bundle,
  verify,
  doctor,
  sample,
  migrate,
  serve,
  mcp,
  completion,
  manual,
];

/** Help, straight to standard output: Node's own stream would make a shared pipe non-blocking. */
const print = (text: string): void => writeOutSync(text, 1);

const program = new Command('readout')
  .description('Reads news and keeps a checked record of who said what, who did what to whom, where, when, and on whose word.')
  .version(version)
  .showHelpAfterError(false)
  .addHelpText('after', '\nExample:\n  readout read article.html\n');

for (const command of commands) {
  const made = command();
  made.copyInheritedSettings(program);
  program.addCommand(made);
}
// Commander's own messages come in our form; its help goes where it always goes.
for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands: below }) => below)]) {
  command.exitOverride().configureOutput({ outputError: () => undefined, writeOut: print });
}

/** Tells what ended the run, if there is anything to tell. @returns the exit code */
function ended(error: unknown): number {
  if (error instanceof OutputClosed) return exits.done;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exits.done;
    const command = program.commands.find((one) => one.name() === process.argv[2]);
    const name = command === undefined ? 'readout' : `readout ${command.name()}`;
    const message = error.code === 'commander.help' ? 'A command is needed.' : error.message.replace(/^error: /, '');
    complain({ code: 'READOUT_USAGE', message, next: `See ${name} --help.` });
    return exits.usage;
  }
  const told = asReadoutError(error);
  complain(told);
  return exitFor(told.code);
}

process.once('SIGINT', () => void leave(exits.interrupted));
process.once('SIGTERM', () => void leave(143));
try {
  await program.parseAsync();
} catch (error) {
  let code: number = exits.damaged;
  try {
    code = ended(error);
  } catch {
    // Not even standard error takes it.
  }
  await leave(code);
}
await leave(Number(process.exitCode ?? exits.done));
