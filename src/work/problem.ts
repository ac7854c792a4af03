import type { Input } from '../document/document.ts';
import { asReadoutError } from '../error.ts';
import type { Problem } from '../reading/schema.ts';

/** An error as the data that stands in a reading's place. */
export function problemOf(error: unknown, input: Input): Problem {
  const { code, message, next } = asReadoutError(error);
  return { readout: 1, error: { code, message, next, input: { id: input.id, uri: input.uri, record: input.record } } };
}
