import type { Decision } from '../extract/why.ts';
import type { View } from '../reading/picture.ts';
import type { Problem, Reading } from '../reading/schema.ts';

/** One document's result as the engine gave it. */
export interface Result {
  readonly reading: Reading;
  readonly decisions: readonly Decision[];
}

/** What the caller chose; the same for all documents of a run. Plain data, so that it can go to a worker. */
export interface FormatOptions {
  readonly view: View;
  readonly why: boolean;
  /** For the terminal: its columns, and whether it has colours. */
  readonly width: number;
  readonly colour: boolean;
}

/** A form of output. Every text of it ends in a line feed. */
export interface Format {
  /** Before the first document. */
  head(options: FormatOptions): string;
  /** Between two documents. */
  readonly separator: string;
  document(result: Result, options: FormatOptions): string;
  /** In the place of a document that could not be read; empty where the form has no room for it (it is told on standard error). */
  problem(problem: Problem): string;
}
