import type { Argument, Command, Option } from 'commander';

/** A flag as a shell completes it and the manual tells it. */
export interface Flag {
  readonly long: string;
  readonly short: string | null;
  /** As written in the help: `--from <FORMAT>`. */
  readonly written: string;
  readonly about: string;
  readonly takesValue: boolean;
  /** The only values that it takes; empty where any will do. */
  readonly choices: readonly string[];
}

/** A command with what may follow it; `path` is empty for `readout` itself. */
export interface Described {
  readonly path: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly usage: string;
  readonly flags: readonly Flag[];
  readonly arguments: readonly { readonly name: string; readonly about: string; readonly choices: readonly string[] }[];
  readonly below: readonly Described[];
}

const flagOf = ({ long, short, flags, description, required, optional, argChoices }: Option): Flag => ({
  long: long ?? short ?? flags,
  short: short ?? null,
  written: flags,
  about: description,
  takesValue: required || optional,
  choices: argChoices ?? [],
});

const help: Flag = {
  long: '--help',
  short: '-h',
  written: '-h, --help',
  about: 'display help for command',
  takesValue: false,
  choices: [],
};

/** A command and all below it, from the definitions that parse them: completion and manual cannot know of other flags than the program does. */
export function describe(command: Command, path: readonly string[] = []): Described {
  return {
    path,
    summary: command.summary() || command.description(),
    description: command.description(),
    usage: command.usage(),
    flags: [...command.options.filter(({ hidden }) => !hidden).map(flagOf), help],
    arguments: command.registeredArguments.map((argument: Argument) => ({
      name: argument.name(),
      about: argument.description,
      choices: argument.argChoices ?? [],
    })),
    below: command.commands.map((below) => describe(below, [...path, below.name()])),
  };
}

/** All commands, outer before inner. */
export const withBelow = (described: Described): readonly Described[] => [described, ...described.below.flatMap(withBelow)];
