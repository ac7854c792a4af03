import { Argument, Command } from 'commander';
import type { CorrectChoices } from '../correct-run.ts';
import { archiveFlag } from './archive-flag.ts';

export const correctChoices = ['merge', 'split', 'rename', 'speaker', 'actor', 'recipient', 'type', 'flags', 'accept', 'reject'] as const;

/** `readout correct`: a person's word over the machine's. */
export const correct = (): Command =>
  new Command('correct')
    .summary('correct what the machine read')
    .description('Puts your word over the machine’s. Its own output stays as it is; yours is laid over it, after every re-reading too.')
    .addArgument(new Argument('<WHAT>', 'what to do').choices(correctChoices))
    .argument('<ARGS...>', 'to whom or what: see below')
    .addOption(archiveFlag())
    .option('--note <text>', 'why')
    .option('--json', 'print the correction as JSON')
    .addHelpText(
      'after',
      `
  merge PERSON PERSON...          they are one; the first keeps its name
  split PERSON DOCUMENT...        in these documents it is another (also one actor of one: 1f0c22ab9e01:a3)
  rename PERSON NAME
  speaker QUOTATION [WHO...]      who said it; nobody who is named, where none is given
  actor EVENT [WHO...]            who did it
  recipient EVENT [WHO...]        to whom
  type EVENT TYPE                 what happened was of another type (CONSULT, ACCUSE …)
  flags RECORD FLAG...            set or, with no- before it, taken away: denied, hedged of a quotation; negated, hypothetical,
                                  future, historical of an event
  accept RECORD                   it is right as it stands
  reject RECORD                   it is no quotation, or no event

A PERSON is an id of readout people, a whole name, or an actor of a document (1f0c22ab9e01:a3); WHO also an actor of the record’s
own document (a3) or a new name.

Examples:
  readout correct merge "Robert Goodlatte" "Bob Goodlatte" --note "the chairman"
  readout correct speaker 1f0c22ab9e01:q7 a3
  readout correct reject 1f0c22ab9e01:e2
  readout correct flags 1f0c22ab9e01:e3 negated no-future

Exit codes: 0 done, 1 there is no such person or record, 2 wrong usage, 3 the archive cannot be opened or is damaged.`,
    )
    .action(async (what: (typeof correctChoices)[number], args: string[], choices: CorrectChoices) => {
      const { correctRun } = await import('../correct-run.ts');
      process.exitCode = await correctRun(what, args, choices);
    });
