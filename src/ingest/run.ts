import { hashOf } from '../archive/ids.ts';
import { type Counts, countPut, emptyLedger, type Ledger, rightlySkipped, skip } from '../archive/ledger.ts';
import type { Archive, Offer } from '../archive/port.ts';
import type { Problem, Reading } from '../reading/schema.ts';
import { carry, type Window } from '../work/carry.ts';
import { inputOf, type Outcome, type Task } from '../work/task.ts';

/** How an ingest is told while it runs. */
export interface Watcher {
  step(ledger: Ledger): void;
  problem(problem: Problem): void;
}

/** Reads a task: over the pool, or in this thread. Its output is JSON lines. */
export type Read = (task: Task) => Promise<Outcome>;

const nothing: Outcome = { output: new Uint8Array(), documents: 0, problems: [] };

export const offerOf = (task: Exclude<Task, { kind: 'problem' }>): Offer => ({ uri: inputOf(task).uri, original: task.bytes });

/** The readings of an outcome. A page of a web archive was read alone: its number is that in its archive. */
export function readingsOf({ output }: Outcome, task: Task): readonly Reading[] {
  const record = task.kind === 'file' ? task.input.record : null;
  return new TextDecoder()
    .decode(output)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Reading | Problem)
    .filter((result): result is Reading => !('error' in result))
    .map((reading) =>
      record === null ? reading : { ...reading, document: { ...reading.document, input: { ...reading.document.input, record } } },
    );
}

/** Tells whether the same bytes came before from the same file of this run: the second of two equal lines is a duplicate, though nothing changes. */
export function repeats(): (task: Exclude<Task, { kind: 'problem' }>) => boolean {
  const seenIn = new Map<string, Set<string>>();
  return (task) => {
    const uri = inputOf(task).uri ?? '';
    const seen = seenIn.get(uri) ?? new Set();
    if (!seenIn.has(uri)) seenIn.clear();
    seenIn.set(uri, seen);
    const hash = hashOf(task.bytes).slice(0, 24);
    if (seen.has(hash)) return true;
    seen.add(hash);
    return false;
  };
}

/** What is to be done with a task, found out when it is begun, and what came of it. */
interface Done {
  readonly task: Task;
  readonly known: number | null;
  readonly outcome: Outcome;
}

/**
 * Reads everything that is offered and keeps it, each offer in a transaction of its own, in their order. What was read before is not read
 * again. Ended at any moment and run again it ends with the same archive.
 * @param before what is taken as it is, before anything is read
 * @returns the ledger; its counts add up
 */
export async function ingest(
  archive: Archive,
  tasks: AsyncIterable<Task>,
  read: Read,
  window: Window,
  watcher: Watcher,
  before: (counts: Counts) => Promise<void> = async () => {},
): Promise<Ledger> {
  const run = await archive.begin();
  const counts = emptyLedger();
  const done = new WeakMap<Outcome, Done>();

  const begin = async (task: Task): Promise<Outcome> => {
    const known = task.kind === 'problem' ? null : await archive.known(offerOf(task));
    const outcome = known === null ? await read(task) : nothing;
    // An object of its own for each task, to find it by.
    const own = { ...outcome };
    done.set(own, { task, known, outcome });
    return own;
  };

  const isAgain = repeats();

  const keep = async ({ task, known, outcome }: Done): Promise<void> => {
    const { problems } = outcome;
    if (task.kind !== 'problem') {
      const again = isAgain(task);
      if (known !== null) {
        counts.offered += known;
        counts[again ? 'duplicate' : 'unchanged'] += known;
      } else {
        const readings = readingsOf(outcome, task);
        // Of a feed of which some items were read from their own pages, not all is known.
        const whole = problems.length === 0 && !('records' in task && task.records !== undefined);
        const puts = readings.length + problems.length === 0 ? [] : await archive.put(offerOf(task), readings, whole);
        for (const put of puts) countPut(counts, put, again);
      }
    }
    for (const problem of problems) {
      skip(counts, problem.error.code);
      if (!rightlySkipped.has(problem.error.code)) watcher.problem(problem);
    }
  };

  const deliver = async (outcome: Outcome): Promise<void> => {
    const what = done.get(outcome);
    if (what === undefined) return;
    await keep(what);
    watcher.step(counts);
  };
  await before(counts);
  await carry(tasks, begin, deliver, window);
  await archive.end(run, counts);
  return counts;
}
