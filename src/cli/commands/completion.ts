import { Argument, Command } from 'commander';

const shells = ['bash', 'zsh', 'fish'] as const;

/** `readout completion`: what a shell needs to complete commands and flags. */
export const completion = (): Command =>
  new Command('completion')
    .summary('print completion for a shell')
    .description(
      'Prints what a shell needs to complete the commands, flags and values of readout. They come from the same definitions that parse them.',
    )
    .addArgument(new Argument('<SHELL>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  source <(readout completion bash)                                          # in ~/.bashrc
  readout completion zsh > "\${fpath[1]}/_readout"
  readout completion fish > ~/.config/fish/completions/readout.fish

Exit codes: 0 done, 2 wrong usage.`,
    )
    .action(async (shell: (typeof shells)[number], _: unknown, command: Command) => {
      const { completionRun } = await import('../completion-run.ts');
      process.exitCode = await completionRun(shell, command.parent ?? command);
    });
