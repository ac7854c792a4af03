import { type Described, withBelow } from './flags.ts';

/** Single quotes hold everything but themselves. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const list = (words: readonly string[]): string => quoted(words.join(' '));

/** Completion for bash 3.2 and later: `source <(readout completion bash)`. */
export function bashCompletion(program: Described): string {
  const all = withBelow(program);
  const name = ({ path }: Described): string => path.join(' ');
  const values = all.flatMap((command) =>
    command.flags
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ long, choices }) =>
          `    ${quoted(`${name(command)} ${long}`.trim())}) COMPREPLY=($(compgen -W ${list(choices)} -- "$cur")); return ;;`,
      ),
  );
  // A value of any kind is most often a file; where it is not, nothing is lost.
  const free = all.flatMap((command) =>
    command.flags
      .filter(({ choices, takesValue }) => takesValue && choices.length === 0)
      .map(({ long }) => quoted(`${name(command)} ${long}`.trim())),
  );
  const words = all.map((command) => {
    const own = [...command.flags.map(({ long }) => long), ...command.below.map(({ path }) => path.at(-1) ?? '')];
    const choices = command.arguments.flatMap((argument) => argument.choices);
    return `    ${quoted(name(command))}) words=${list([...own, ...choices])} ;;`;
  });
  const known = all.filter(({ path }) => path.length > 0).map((command) => quoted(name(command)));
  return `# Completion of readout for bash. In ~/.bashrc: source <(readout completion bash)
_readout() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command='' word words='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "\${command:+$command }$word" in
    ${known.join('|')}) command="\${command:+$command }$word" ;;
    esac
  done
  case "\${command:+$command }$prev" in
${values.join('\n')}
${free.length > 0 ? `    ${free.join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;` : ''}
  esac
  case "$command" in
${words.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _readout readout
`;
}
