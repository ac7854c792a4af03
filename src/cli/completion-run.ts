import type { Command } from 'commander';
import { version } from '../version.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';
import { bashCompletion } from './shell/bash.ts';
import { fishCompletion } from './shell/fish.ts';
import { describe } from './shell/flags.ts';
import { manualPage } from './shell/manual.ts';
import { zshCompletion } from './shell/zsh.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

async function print(text: string): Promise<number> {
  await writeOut(new TextEncoder().encode(text));
  return exits.done;
}

/** Prints a shell's completion. @param program the whole of readout */
export const completionRun = (shell: keyof typeof scripts, program: Command): Promise<number> => print(scripts[shell](describe(program)));

/** Prints readout(1). */
export const manualRun = (program: Command): Promise<number> => print(manualPage(describe(program), version));
