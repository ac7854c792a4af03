import { ReadoutError } from '../error.ts';
import type { Decision } from '../extract/why.ts';
import type { Problem, Reading } from '../reading/schema.ts';
import type { Outcome } from '../work/task.ts';

/** A reading as the pool gives it; with decisions where they were asked for. */
export type Fresh = Reading & { readonly why?: readonly Decision[] };

/** What the lines of an outcome hold. */
export const outcomeLines = ({ output }: Outcome): readonly (Fresh | Problem)[] =>
  new TextDecoder()
    .decode(output)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Fresh | Problem);

export const several = (about: string): ReadoutError =>
  new ReadoutError('READOUT_FORMAT_UNSUPPORTED', `${about} holds more than one article.`, 'Keep them with POST /api/ingest.');

/** The one reading of an outcome. @throws ReadoutError what stands in its place */
export function theReading(outcome: Outcome, about: string): Fresh {
  const [first, ...others] = outcomeLines(outcome);
  if (others.length > 0) throw several(about);
  if (first === undefined) throw new ReadoutError('READOUT_INPUT_EMPTY', `${about} holds nothing to read.`, 'Give an article.');
  if (!('error' in first)) return first;
  const { code, message, next } = first.error;
  throw new ReadoutError(code as ReadoutError['code'], message, next);
}
