import { availableParallelism } from 'node:os';
import { isatty } from 'node:tty';
import { type Engine, openEngine } from '../engine.ts';
import type { FormatName } from '../export/formats.ts';
import { formats } from '../export/formats.ts';
import type { View } from '../reading/picture.ts';
import { carry } from '../work/carry.ts';
import { perform, unreadable } from '../work/perform.ts';
import { Pool } from '../work/pool.ts';
import { inputOf, type Outcome, type Settings, type Task } from '../work/task.ts';
import { complain, say } from './complaint.ts';
import { closing, exits } from './exit.ts';
import { inputs } from './inputs.ts';
import { writeOut } from './output.ts';
import { progressFor } from './progress.ts';
import { colourWanted, terminalWidth } from './screen.ts';

/** The flags of `readout read`, as parsed. */
export interface ReadChoices {
  readonly from: string;
  readonly to?: FormatName;
  /** The same as `to: 'jsonl'`. */
  readonly json?: boolean;
  readonly view: View;
  readonly workers?: number;
  readonly why?: boolean;
  readonly lexicon?: string;
  readonly published?: string;
}

/** So many bad inputs are told one by one on standard error; the rest is only counted where the output itself carries them, as JSON lines do. */
const MOST_TOLD = 20;

/** How many tasks may be under way for each worker, and how many bytes of input altogether. */
const TASKS_EACH = 8;
const MOST_BYTES = 32 * 1024 * 1024;

function settingsOf(choices: ReadChoices): Settings {
  const to = choices.to ?? (choices.json || (choices.from === 'jsonl' && !isatty(1)) ? 'jsonl' : 'terminal');
  return {
    lexicon: choices.lexicon ?? null,
    published: choices.published ?? null,
    to,
    options: { view: choices.view, why: choices.why ?? false, width: terminalWidth(), colour: to === 'terminal' && colourWanted() },
  };
}

type Run = (task: Task) => Promise<Outcome>;

function overPool(settings: Settings, size: number): Run {
  const pool = new Pool(new URL('../work/worker.js', import.meta.url), size, settings);
  closing.add(() => pool.close());
  return async (task) => (task.kind === 'problem' ? unreadable(task.problem, settings.to) : pool.run(task));
}

/** In this thread: one article alone is not worth a second thread's start. */
function here(settings: Settings): Run {
  let engine: Promise<Engine> | undefined;
  return async (task) => {
    if (task.kind === 'problem') return unreadable(task.problem, settings.to);
    engine ??= openEngine(settings.lexicon === null ? {} : { lexicon: settings.lexicon });
    return perform(await engine, task, settings);
  };
}

/** The first task, and all of them with it: what it is decides how they are run. */
async function firstOf(tasks: AsyncGenerator<Task>): Promise<{ first: Task | null; all: AsyncIterable<Task> }> {
  const { done, value } = await tasks.next();
  const first = done ? null : value;
  async function* all() {
    if (first !== null) yield first;
    yield* tasks;
  }
  return { first, all: all() };
}

/** Reads all inputs and prints their readings in order. @returns the exit code */
export async function readRun(files: readonly string[], choices: ReadChoices): Promise<number> {
  const settings = settingsOf(choices);
  const format = formats[settings.to];
  if (isatty(0) && (files.length === 0 || files.includes('-'))) say('readout: reading standard input; end it with Ctrl-D\n');

  const { first, all } = await firstOf(inputs(files, choices.from));
  const size = choices.workers ?? availableParallelism();
  // JSON lines are numbered, also a first one that is too long to be read.
  const alone = files.length < 2 && (first === null || inputOf(first).record === null);
  const run = alone ? here(settings) : overPool(settings, size);

  const progress = progressFor(isatty(1));
  let documents = 0;
  let problems = 0;
  let written = false;
  const head = new TextEncoder().encode(format.head(settings.options));
  const separator = new TextEncoder().encode(format.separator);

  const deliver = async (outcome: Outcome) => {
    documents += outcome.documents;
    for (const problem of outcome.problems) {
      if (problems++ >= MOST_TOLD && format.problem(problem) !== '') continue;
      const { error } = problem;
      progress.clear();
      complain(error, error.input.uri ?? error.input.id);
    }
    if (outcome.output.length > 0) {
      if (written) await writeOut(separator);
      await writeOut(outcome.output);
      written = true;
    }
    progress.step(documents, problems);
  };

  await writeOut(head);
  await carry(all, run, deliver, { tasks: size * TASKS_EACH, bytes: MOST_BYTES });
  progress.clear();
  if (problems > MOST_TOLD || (problems > 0 && documents > 0)) say(`readout: ${documents} read, ${problems} could not be read\n`);
  return problems === 0 ? exits.done : exits.someUnread;
}
