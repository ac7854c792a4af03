import { type Described, type Flag, withBelow } from './flags.ts';

/** In a word in single quotes in which zsh gives brackets and colons a meaning. */
const told = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "'\\''")
    .replaceAll(/[[\]:]/g, '\\$&');
const nameOf = (path: readonly string[]): string => ['_readout', ...path].join('_').replaceAll('-', '_');

function flagSpec({ long, short, about, takesValue, choices }: Flag): string[] {
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takesValue ? ':value:_files' : '';
  return [long, ...(short === null ? [] : [short])].map((name) => `    '*${name}[${told(about)}]${value}'`);
}

/** Completion for zsh: `readout completion zsh > "${fpath[1]}/_readout"`. */
export function zshCompletion(program: Described): string {
  const functions = withBelow(program).map((command) => {
    const flags = command.flags.flatMap(flagSpec);
    if (command.below.length === 0) {
      const choices = command.arguments.flatMap((argument) => argument.choices);
      const rest = choices.length > 0 ? `'*:value:(${choices.join(' ')})'` : "'*:file:_files'";
      return `${nameOf(command.path)}() {\n  _arguments \\\n${flags.join(' \\\n')} \\\n    ${rest}\n}`;
    }
    const names = command.below.map(({ path, summary }) => `    '${told(path.at(-1) ?? '')}:${told(summary)}'`);
    const cases = command.below.map(({ path }) => `    ${path.at(-1)}) ${nameOf(path)} ;;`);
    return `${nameOf(command.path)}() {
  local line state
  local -a commands
  commands=(
${names.join('\n')}
  )
  _arguments -C \\
${flags.join(' \\\n')} \\
    '1: :->command' \\
    '*:: :->rest'
  case $state in
  command) _describe command commands ;;
  rest)
    case $line[1] in
${cases.join('\n')}
    esac
    ;;
  esac
}`;
  });
  return `#compdef readout\n# Completion of readout for zsh: readout completion zsh > "\${fpath[1]}/_readout"\n\n${functions.reverse().join('\n\n')}\n\n_readout "$@"\n`;
}
