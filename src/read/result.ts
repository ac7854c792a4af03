import type { Document, Input } from '../document/document.ts';
import { asReadoutError, type ReadoutError } from '../error.ts';

/** What a reader gives for one record: a document, or why there is none, with where it stood. */
export type ReadResult = { readonly document: Document } | { readonly error: ReadoutError; readonly input: Input };

/** Runs one reading, so that whatever it throws becomes a result: foreign input never ends a batch. */
export function attempt(input: Input, read: () => Document): ReadResult {
  try {
    return { document: read() };
  } catch (error) {
    return { error: asReadoutError(error), input };
  }
}
