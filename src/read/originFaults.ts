import type { Document } from '../document/document.ts';
import { decodeReference } from './parser.ts';

/** What is wrong with a document's map into its source; empty when every character is accounted for. */
export function originFaults(document: Document, source: string): string[] {
  const faults: string[] = [];
  const runs = document.origin ?? [];
  const between = (start: number, end: number): void => {
    if (/\S/u.test(document.text.slice(start, end)))
      faults.push(`no place for ${JSON.stringify(document.text.slice(start, end))} at ${start}`);
  };
  let at = 0;
  for (const run of runs) {
    if (run.text < at || run.length < 1) faults.push(`run at ${run.text} out of order`);
    between(at, run.text);
    at = run.text + run.length;
    const mine = document.text.slice(run.text, at);
    const raw = source.slice(run.source, run.sourceEnd);
    if (run.verbatim) {
      if (mine !== raw) faults.push(`verbatim ${JSON.stringify(mine)} is ${JSON.stringify(raw)}`);
    } else {
      const decoded = raw.replace(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?/giu, decodeReference);
      if (decoded.replace(/\s+/gu, ' ') !== mine) faults.push(`${JSON.stringify(mine)} is not ${JSON.stringify(raw)}`);
    }
  }
  between(at, document.text.length);
  return faults;
}
