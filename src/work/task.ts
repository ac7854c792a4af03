import type { Document, Input } from '../document/document.ts';
import type { FormatOptions } from '../export/format.ts';
import type { FormatName } from '../export/formats.ts';
import type { Problem } from '../reading/schema.ts';

/** What a task has of its own; it goes before what holds for the run. */
interface Own {
  readonly why?: boolean;
  readonly published?: string | null;
}

/** One thing to read: a line of JSON lines, or the bytes of a whole file (of a feed, all its items or some); or one that is known to be unreadable already, to keep its place. */
export type Task =
  | (Own & { readonly kind: 'line'; readonly bytes: Uint8Array; readonly uri: string | null; readonly record: number })
  | (Own & {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      readonly from: string;
      readonly input: Input;
      readonly records?: readonly number[];
    })
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A document that was read before, to be read again: what is kept of it is all that an engine needs. */
export interface Again {
  readonly kind: 'document';
  readonly document: Document;
  readonly why?: boolean;
}

/** What a worker takes. */
export type Work = Task | Again;

/** What holds for all tasks of a run. Plain data: it goes to every worker. */
export interface Settings {
  readonly lexicon: string | null;
  /** ISO date of publication: over what a text or page says, and for JSON lines that name none. */
  readonly published: string | null;
  readonly to: FormatName;
  readonly options: FormatOptions;
}

/** What came of a task: the finished output, ready to be written, and what to count. */
export interface Outcome {
  readonly output: Uint8Array;
  readonly documents: number;
  readonly problems: readonly Problem[];
}

export const inputOf = (task: Work): Input => {
  if (task.kind === 'document') return task.document.input;
  if (task.kind === 'file') return task.input;
  if (task.kind === 'problem') return task.problem.error.input;
  return { id: null, uri: task.uri, record: task.record };
};
