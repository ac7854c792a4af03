import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ReadoutError } from '../error.ts';
import { modelFiles } from '../model/session.ts';
import { packageFolder } from '../package-folder.ts';
import type { Problem, Reading } from '../reading/schema.ts';
import { version } from '../version.ts';
import { carry } from '../work/carry.ts';
import { Pool } from '../work/pool.ts';
import type { Settings, Task } from '../work/task.ts';
import { withArchive } from './archive.ts';
import { complain, say } from './complaint.ts';
import { closing, exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout reread`, as parsed. */
export interface RereadChoices {
  readonly archive?: string;
  readonly workers?: number;
  readonly lexicon?: string;
  readonly json?: boolean;
}

const TASKS_EACH = 8;
const MOST_BYTES = 32 * 1024 * 1024;
/** Milliseconds between two lines of progress. */
const PACE = 10_000;

/** A kept text with what it says of itself, as the line that it could have come in: its text comes through to the character. */
function taskOf({ document }: Reading, record: number): Task {
  const { id, text, title, url, published, outlet } = document;
  return { kind: 'line', bytes: new TextEncoder().encode(JSON.stringify({ id, text, title, url, published, outlet })), uri: null, record };
}

const settingsOf = ({ lexicon }: RereadChoices): Settings => ({
  lexicon: lexicon ?? null,
  published: null,
  to: 'jsonl',
  options: { view: 'quotations', why: false, width: 80, colour: false },
});

const parse = (output: Uint8Array): readonly (Reading | Problem)[] =>
  new TextDecoder()
    .decode(output)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Reading | Problem);

/** Reads again what another engine read, and prints how much. @returns the exit code */
export async function rereadRun(choices: RereadChoices): Promise<number> {
  const { manifest } = await modelFiles(join(packageFolder(), 'models'));
  const engine = { version, model: `sha256:${manifest.sha256}` };
  const size = choices.workers ?? availableParallelism();
  return withArchive(choices.archive, { create: false }, async (archive) => {
    const { all, outdated } = await archive.countOutdated(engine);
    const counts = { all, reread: 0, unchanged: all - outdated, failed: 0 };
    if (outdated > 0) {
      const pool = new Pool(new URL('../work/worker.js', import.meta.url), size, settingsOf(choices));
      closing.add(() => pool.close());
      let last = Date.now();
      async function* tasks(): AsyncGenerator<Task> {
        let record = 0;
        for await (const reading of archive.outdated(engine)) yield taskOf(reading, record++);
      }
      await carry(
        tasks(),
        (task) => pool.run(task as Exclude<Task, { kind: 'problem' }>),
        async (outcome) => {
          for (const result of parse(outcome.output)) {
            if ('error' in result) {
              counts.failed++;
              complain(result.error, result.error.input.id);
            } else {
              await archive.reread(result);
              counts.reread++;
            }
          }
          if (Date.now() - last < PACE) return;
          last = Date.now();
          say(`readout: ${counts.reread + counts.failed} of ${outdated} read again\n`);
        },
        { tasks: size * TASKS_EACH, bytes: MOST_BYTES },
      );
      if (counts.reread + counts.failed < outdated)
        throw new ReadoutError('READOUT_INTERNAL', 'Some articles were not read again.', 'Run readout reread again.');
    }
    const text = `${counts.all} articles: ${counts.reread} read again, ${counts.unchanged} by this engine already${counts.failed === 0 ? '' : `, ${counts.failed} could not be read`}`;
    await writeOut(new TextEncoder().encode(`${choices.json ? JSON.stringify(counts) : text}\n`));
    return counts.failed === 0 ? exits.done : exits.someUnread;
  });
}
