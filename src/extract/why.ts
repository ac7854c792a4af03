/** One decision of the reading, for `--why`: which rule or head decided a field of a record, how surely, and what it turned down. */
export interface Decision {
  /** The record's id in the reading, e.g. `q3`; a stage that knows no id yet uses the span's start, and the pipeline renames it. */
  readonly record: string;
  readonly field: string;
  readonly value: string;
  /** `head:attribution`, `rule:said-in-paragraph-before` … : the name of the head or the file of the rule. */
  readonly by: string;
  readonly score: number | null;
  readonly rejected: readonly { readonly value: string; readonly score: number | null; readonly reason?: string }[];
}

/** Takes decisions; the silent one costs nothing. */
export interface Trace {
  note(decision: () => Decision): void;
}

export const silent: Trace = { note: () => undefined };

/** A trace that keeps all decisions in order. */
export function keeping(): Trace & { readonly decisions: readonly Decision[] } {
  const decisions: Decision[] = [];
  return { decisions, note: (decision) => void decisions.push(decision()) };
}
