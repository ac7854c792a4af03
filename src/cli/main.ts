#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { asReadoutError } from '../error.ts';
import { version } from '../version.ts';
import { read } from './commands/read.ts';
import { complain } from './complaint.ts';
import { exitFor, exits } from './exit.ts';
import { OutputClosed } from './output.ts';

/** The commands; a new one is a file in commands/ and a line here. */
const commands = [read];

/** Help, straight to standard output: Node's own stream would make a shared pipe non-blocking. A reader that has gone has seen enough. */
function print(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    process.exit(exits.done);
  }
}

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
for (const command of [program, ...program.commands]) {
  command.exitOverride().configureOutput({ outputError: () => undefined, writeOut: print });
}

process.once('SIGINT', () => process.exit(exits.interrupted));
process.once('SIGTERM', () => process.exit(143));
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof OutputClosed) process.exit(exits.done);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) process.exit(exits.done);
    const name = process.argv[2] === 'read' ? 'readout read' : 'readout';
    const message = error.code === 'commander.help' ? 'A command is needed.' : error.message.replace(/^error: /, '');
    complain({ code: 'READOUT_USAGE', message, next: `See ${name} --help.` });
    process.exit(exits.usage);
  }
  const told = asReadoutError(error);
  complain(told);
  process.exit(exitFor(told.code));
}
process.exit();
