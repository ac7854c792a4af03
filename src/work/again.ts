import type { Reading } from '../reading/schema.ts';
import type { Again } from './task.ts';

/** A kept reading's text as the engine had it before it: where it is no English prose is known from the ledger. */
export function againOf({ document, ledger }: Reading, options: { readonly why: boolean }): Again {
  const { id: _id, ...described } = document;
  return { kind: 'document', document: { ...described, origin: null, skipped: ledger.skipped }, why: options.why };
}
