import type { Document } from '../document/document.ts';
import { inOrder } from '../document/span.ts';
import type { Reading } from './schema.ts';

/** How much of the text was read, and each part that was not with its reason. Overlapping parts count once. */
export function ledgerOf(document: Document): Reading['ledger'] {
  const skipped = [...document.skipped].sort(inOrder).map(({ start, end, reason }) => ({ start, end, reason }));
  let unread = 0;
  let reached = 0;
  for (const { start, end } of skipped) {
    unread += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return { characters: document.text.length, read: document.text.length - unread, skipped };
}
