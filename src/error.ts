/** Stable codes; each is explained in docs/errors.md. */
export type ReadoutCode =
  | 'READOUT_INPUT_EMPTY'
  | 'READOUT_INPUT_NOT_FOUND'
  | 'READOUT_INPUT_DIRECTORY'
  | 'READOUT_INPUT_UNREADABLE'
  | 'READOUT_INPUT_BINARY'
  | 'READOUT_INPUT_TOO_LARGE'
  | 'READOUT_INPUT_NOT_ENGLISH'
  | 'READOUT_INPUT_NO_ARTICLE'
  | 'READOUT_JSON_INVALID'
  | 'READOUT_JSON_SHAPE'
  | 'READOUT_HTML_NO_ARTICLE'
  | 'READOUT_HTML_TOO_DEEP'
  | 'READOUT_FORMAT_UNSUPPORTED'
  | 'READOUT_UNPACK_LIMIT'
  | 'READOUT_FETCH_ADDRESS'
  | 'READOUT_FETCH_FAILED'
  | 'READOUT_FETCH_LATER'
  | 'READOUT_FETCH_LIMIT'
  | 'READOUT_FETCH_REFUSED'
  | 'READOUT_FETCH_ROBOTS'
  | 'READOUT_FETCH_STATUS'
  | 'READOUT_ARCHIVE_BUSY'
  | 'READOUT_ARCHIVE_DAMAGED'
  | 'READOUT_ARCHIVE_NEWER'
  | 'READOUT_ARCHIVE_UNREACHABLE'
  | 'READOUT_CORRECTION_NOT_FOUND'
  | 'READOUT_PERSON_NOT_FOUND'
  | 'READOUT_RECORD_NOT_FOUND'
  | 'READOUT_SAMPLE_NOT_FOUND'
  | 'READOUT_CURSOR_INVALID'
  | 'READOUT_READING_INVALID'
  | 'READOUT_BUNDLE_DAMAGED'
  | 'READOUT_DATA_MISSING'
  | 'READOUT_MODEL_DAMAGED'
  | 'READOUT_MODEL_MISSING'
  | 'READOUT_LEXICON_INVALID'
  | 'READOUT_OUTPUT_FAILED'
  | 'READOUT_REQUEST_BUSY'
  | 'READOUT_REQUEST_FORBIDDEN'
  | 'READOUT_REQUEST_INVALID'
  | 'READOUT_REQUEST_TOKEN'
  | 'READOUT_REQUEST_TOO_LARGE'
  | 'READOUT_REQUEST_TOO_LONG'
  | 'READOUT_REQUEST_UNKNOWN'
  | 'READOUT_SERVE_ADDRESS'
  | 'READOUT_USAGE'
  | 'READOUT_WORK_SET_ASIDE'
  | 'READOUT_WORK_UNREACHABLE'
  | 'READOUT_WORKER_LOST'
  | 'READOUT_INTERNAL';

/**
 * The one error that Readout throws or reports.
 * @example new ReadoutError('READOUT_INPUT_EMPTY', 'article.txt is empty.', 'Check that the download finished.')
 */
export class ReadoutError extends Error {
  override readonly name = 'ReadoutError';
  /** Stable, for programs. */
  readonly code: ReadoutCode;
  /** What the person can do about it. */
  readonly next: string;

  /** @param message one sentence for a person @param next what to do next @param cause the error below, if any */
  constructor(code: ReadoutCode, message: string, next: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.next = next;
  }
}

/** Any thrown value as a ReadoutError, so that a batch can report it and go on. */
export function asReadoutError(error: unknown): ReadoutError {
  if (error instanceof ReadoutError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ReadoutError(
    'READOUT_INTERNAL',
    `Unexpected: ${message}`,
    'This is a fault in Readout: please report it with the input.',
    error,
  );
}
