import { type Asked, askedSchema } from '../archive/corrections/asked.ts';
import type { Kept } from '../archive/corrections/correction.ts';
import { ReadoutError } from '../error.ts';
import { withArchive } from './archive.ts';
import { correctionText } from './corrections-run.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout correct` and `readout undo`, as parsed. */
export interface CorrectChoices {
  readonly archive?: string;
  readonly note?: string;
  readonly json?: boolean;
}

/** `negated no-future` as flags that are set and taken away. */
const flagsFrom = (words: readonly string[]): Readonly<Record<string, boolean>> =>
  Object.fromEntries(words.map((word) => [word.replace(/^no-/, ''), !word.startsWith('no-')]));

/** @throws ReadoutError READOUT_USAGE when there are too few arguments, or too many */
function askedOf(what: Asked['what'], args: readonly string[]): Asked {
  const [first, second] = args;
  const forms = {
    merge: { what, people: args },
    split: { what, person: first, from: args.slice(1) },
    rename: { what, person: first, name: args.length === 2 ? second : undefined },
    type: { what, record: first, type: args.length === 2 ? second?.toUpperCase() : undefined },
    flags: { what, record: first, flags: flagsFrom(args.slice(1)) },
    accept: { what, record: args.length === 1 ? first : undefined },
    reject: { what, record: args.length === 1 ? first : undefined },
    speaker: { what, record: first, who: args.slice(1) },
    actor: { what, record: first, who: args.slice(1) },
    recipient: { what, record: first, who: args.slice(1) },
  };
  const asked = askedSchema.safeParse(forms[what]);
  if (asked.success) return asked.data;
  throw new ReadoutError('READOUT_USAGE', `That is not what ${what} takes.`, 'See readout correct --help.');
}

async function print(kept: Kept, json: boolean | undefined, undone: boolean): Promise<number> {
  const text = undone ? `Taken back: ${correctionText(kept)}` : correctionText(kept);
  await writeOut(new TextEncoder().encode(`${json ? JSON.stringify(kept) : text}\n`));
  return exits.done;
}

/** Keeps a correction and prints it with its number. @returns the exit code */
export async function correctRun(what: Asked['what'], args: readonly string[], choices: CorrectChoices): Promise<number> {
  const asked = askedOf(what, args);
  const kept = await withArchive(choices.archive, { create: false }, (archive) => archive.correct(asked, choices.note ?? null));
  return print(kept, choices.json, false);
}

/** Takes a correction back and prints it. @returns the exit code */
export async function undoRun(id: number, choices: CorrectChoices): Promise<number> {
  const kept = await withArchive(choices.archive, { create: false }, (archive) => archive.undo(id));
  return print(kept, choices.json, true);
}
