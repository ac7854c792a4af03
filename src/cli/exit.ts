import type { ReadoutCode } from '../error.ts';

/** Exit codes that scripts rely on. */
export const exits = { done: 0, someUnread: 1, usage: 2, damaged: 3, interrupted: 130 } as const;

const damages: ReadonlySet<ReadoutCode> = new Set([
  'READOUT_ARCHIVE_BUSY',
  'READOUT_ARCHIVE_DAMAGED',
  'READOUT_ARCHIVE_NEWER',
  'READOUT_ARCHIVE_UNREACHABLE',
  'READOUT_BUNDLE_DAMAGED',
  'READOUT_DATA_MISSING',
  'READOUT_MODEL_DAMAGED',
  'READOUT_MODEL_MISSING',
  'READOUT_OUTPUT_FAILED',
  'READOUT_SERVE_ADDRESS',
  'READOUT_WORK_UNREACHABLE',
]);

/** The exit code for an error that ends the whole run. */
export function exitFor(code: ReadoutCode): number {
  if (code === 'READOUT_USAGE' || code === 'READOUT_LEXICON_INVALID' || code === 'READOUT_CURSOR_INVALID') return exits.usage;
  if (damages.has(code)) return exits.damaged;
  return exits.someUnread;
}

/** What has to be closed before the process may end, whatever ends it. */
export const closing = new Set<() => Promise<void>>();

/** Closes what is open and ends the process. */
export async function leave(code: number): Promise<never> {
  await Promise.allSettled([...closing].map((close) => close()));
  process.exit(code);
}
