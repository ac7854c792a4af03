import { ReadoutError } from '../error.ts';
import { type Problem, problemSchema, type Reading, readingSchema } from '../reading/schema.ts';
import { verify } from '../reading/verify.ts';
import { problemOf } from '../work/problem.ts';
import { inputOf, type Outcome, type Task } from '../work/task.ts';

const outcome = (results: readonly (Reading | Problem)[]): Outcome => ({
  output: new TextEncoder().encode(results.map((result) => `${JSON.stringify(result)}\n`).join('')),
  documents: results.filter((result) => !('error' in result)).length,
  problems: results.filter((result): result is Problem => 'error' in result),
});

/** A line that is a reading already, as `readout read --to jsonl` writes it, as the outcome that reading it had; null for any other task. */
export function asItIs(task: Task): Outcome | null {
  if (task.kind !== 'line') return null;
  const start = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, Math.min(task.bytes.length, 20)).toString('latin1');
  if (!start.startsWith('{"readout":1,')) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(task.bytes));
    const problem = problemSchema.safeParse(value);
    if (problem.success) return outcome([problem.data]);
    readingSchema.parse(value);
    // As it stands, and not as the schema gives it: a newer engine's fields stay. The decisions of --why are no part of it.
    const { why: _, ...reading } = value as Reading & { why?: unknown };
    const [fault] = verify(reading);
    if (fault === undefined) return outcome([reading]);
    throw new Error(`${fault.at}: ${fault.fault}`);
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200);
    const { uri, record } = inputOf(task);
    const told = new ReadoutError(
      'READOUT_READING_INVALID',
      `Line ${(record ?? 0) + 1} of ${uri ?? 'the input'} is a reading that does not hold: ${why}`,
      'Read the article again, or take the line out. The others are taken.',
      error,
    );
    return outcome([problemOf(told, inputOf(task))]);
  }
}
