import type { Document } from '../document/document.ts';
import type { Reading } from '../reading/schema.ts';
import type { Again } from './task.ts';

/** A kept reading's text as the engine had it before it: where it is no English prose is known from the ledger. */
export const documentOf = ({ document, ledger }: Reading): Document => {
  const { id: _id, ...described } = document;
  return { ...described, origin: null, skipped: ledger.skipped };
};

/** A kept reading, to be read again. */
export const againOf = (reading: Reading, options: { readonly why: boolean }): Again => ({
  kind: 'document',
  document: documentOf(reading),
  why: options.why,
});
