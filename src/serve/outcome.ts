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
