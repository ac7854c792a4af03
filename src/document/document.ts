import type { Span } from './span.ts';

/** A part of the input that was not read, and why. */
export interface Skipped extends Span {
  readonly reason: string;
}

/** Where the caller found the document. */
export interface Input {
  /** The caller's own id (`id` of a JSON line, else the file's name). */
  readonly id: string | null;
  /** File name or address; null for standard input. */
  readonly uri: string | null;
  /** Number of the record inside its file (line, feed item, WARC record), from 0; null where the file is the document. */
  readonly record: number | null;
}

/**
 * Where each character of `Document.text` came from in the page's source: runs sorted by `text`,
 * `text[run.text + i]` comes from the source's characters starting at `run.source`.
 * In a `verbatim` run the two advance together; otherwise (entities, folded white space) the whole run comes from
 * `[source, sourceEnd)`. Offsets are UTF-16 units into the decoded source.
 */
export interface OriginRun {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceEnd: number;
  readonly verbatim: boolean;
}

/** One text as read. Its `text` is never changed afterwards: everything later points into it. */
export interface Document {
  readonly text: string;
  readonly input: Input;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: readonly string[];
  /** ISO 8601 date or date-time of publication; null where the source does not say. */
  readonly published: string | null;
  /** The place (and date) line that opens an agency report, as printed: "MOSCOW, Sept 13 (Reuters)". */
  readonly dateline: string | null;
  /** BCP 47 tag of the main language, e.g. `en`. */
  readonly language: string;
  /** Map into the page's source for HTML; null where text is the source itself. */
  readonly origin: readonly OriginRun[] | null;
  /** Parts of `text` that must not be read as English prose (spans into `text`). */
  readonly skipped: readonly Skipped[];
}
