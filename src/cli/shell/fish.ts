import { type Described, withBelow } from './flags.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** When a command of this path has been typed. */
function condition({ path, below }: Described, siblings: readonly string[]): string {
  if (path.length === 0) return `not __fish_seen_subcommand_from ${siblings.join(' ')}`;
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`).join('; and ');
  return below.length === 0 ? seen : `${seen}; and not __fish_seen_subcommand_from ${below.map((one) => one.path.at(-1)).join(' ')}`;
}

/** Completion for fish: `readout completion fish > ~/.config/fish/completions/readout.fish`. */
export function fishCompletion(program: Described): string {
  const top = program.below.map(({ path }) => path[0] ?? '');
  const lines = withBelow(program).flatMap((command) => {
    const when = `-n ${quoted(condition(command, top))}`;
    const flags = command.flags.map(({ long, short, about, takesValue, choices }) => {
      const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
      return `complete -c readout ${when} -l ${long.replace(/^--/, '')}${short ? ` -s ${short.replace(/^-/, '')}` : ''}${value} -d ${quoted(about)}`;
    });
    const below = command.below.map(({ path, summary }) => `complete -c readout ${when} -f -a ${path.at(-1)} -d ${quoted(summary)}`);
    const choices = command.arguments
      .filter((argument) => argument.choices.length > 0)
      .map((argument) => `complete -c readout ${when} -f -a ${quoted(argument.choices.join(' '))} -d ${quoted(argument.about)}`);
    return [...below, ...flags, ...choices];
  });
  return `# Completion of readout for fish: readout completion fish > ~/.config/fish/completions/readout.fish\n${lines.join('\n')}\n`;
}
