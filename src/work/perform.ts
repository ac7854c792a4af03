import type { Engine } from '../engine.ts';
import { ReadoutError } from '../error.ts';
import { type FormatName, formats } from '../export/formats.ts';
import { decode } from '../read/charset.ts';
import { readLine } from '../read/jsonl.ts';
import { readBytes } from '../read/reader.ts';
import type { ReadResult } from '../read/result.ts';
import type { Problem } from '../reading/schema.ts';
import { problemOf } from './problem.ts';
import { inputOf, type Outcome, type Settings, type Work } from './task.ts';

/** The documents of a task, one after the other; none for an empty line. */
async function* documentsOf(task: Exclude<Work, { kind: 'problem' }>, usual: string | null): AsyncGenerator<ReadResult> {
  if (task.kind === 'document') {
    yield { document: task.document };
    return;
  }
  const published = task.published ?? usual;
  if (task.kind === 'file') {
    const some = task.records === undefined ? {} : { records: task.records };
    yield* readBytes(task.bytes, { from: task.from, input: task.input, published, ...some });
    return;
  }
  const { text } = decode(task.bytes, { contentType: 'application/json; charset=utf-8' });
  const result = readLine(text, task.record, { uri: task.uri, published });
  if (result !== null) yield result;
}

/** The outcome of a task that is known to be unreadable: its place is kept, no engine is asked. */
export function unreadable(problem: Problem, to: FormatName): Outcome {
  return { output: new TextEncoder().encode(formats[to].problem(problem)), documents: 0, problems: [problem] };
}

/** Bytes and not one string: a string ends at half a gigabyte, which the readings of a large web archive may pass. */
function joined(parts: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0) + separator.length * Math.max(0, parts.length - 1);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      whole.set(separator, at);
      at += separator.length;
    }
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What remains of a task whose output is more than can be held. */
function outsized(error: unknown, task: Work, to: FormatName): Outcome {
  const told = new ReadoutError(
    'READOUT_INPUT_TOO_LARGE',
    'The readings of this input are more than can be held at once.',
    'Split it into its articles, for example one JSON line each.',
    error,
  );
  return unreadable(problemOf(told, inputOf(task)), to);
}

/** Carries one task from bytes to finished output. Never rejects: what goes wrong becomes a problem in the output's place. */
export async function perform(engine: Engine, task: Work, { published, to, options: usual }: Settings): Promise<Outcome> {
  if (task.kind === 'problem') return unreadable(task.problem, to);
  const options = { ...usual, why: task.why ?? usual.why };
  const format = formats[to];
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const problems: Problem[] = [];
  let documents = 0;
  let input = inputOf(task);
  const failed = (error: unknown) => {
    const problem = problemOf(error, input);
    problems.push(problem);
    const part = format.problem(problem);
    if (part !== '') parts.push(encoder.encode(part));
  };
  try {
    for await (const result of documentsOf(task, published)) {
      input = 'error' in result ? result.input : result.document.input;
      if ('error' in result) {
        failed(result.error);
        continue;
      }
      try {
        parts.push(encoder.encode(format.document(await engine.read(result.document, { why: options.why }), options)));
        documents++;
      } catch (error) {
        failed(error);
      }
    }
  } catch (error) {
    failed(error);
  }
  try {
    return { output: joined(parts, encoder.encode(format.separator)), documents, problems };
  } catch (error) {
    return outsized(error, task, to);
  }
}
