import { asReadoutError } from '../../src/error.ts';
import { decodeReference } from '../../src/read/parser.ts';
import type { ReadResult } from '../../src/read/result.ts';

/** What must hold of everything that a reader gives, whatever it was given. @throws Error that says what does not */
export function checkResult(result: ReadResult, source: string | null): void {
  if ('error' in result) {
    const { code, message, next } = asReadoutError(result.error);
    if (code === 'READOUT_INTERNAL') throw new Error(`an unexpected error: ${message}`, { cause: result.error });
    if (message === '' || next === '') throw new Error(`${code} says nothing`);
    return;
  }
  const { document } = result;
  const { text, skipped, origin, published } = document;
  if (!/\S/u.test(text)) throw new Error('a document without a text');
  let reached = 0;
  for (const { start, end } of skipped) {
    if (!(start >= reached && end > start && end <= text.length)) throw new Error(`skipped [${start}, ${end}) of ${text.length}`);
    reached = end;
  }
  if (published !== null && !/^\d{4}-\d\d-\d\d/u.test(published)) throw new Error(`published is ${JSON.stringify(published)}`);
  for (const value of [document.title, document.outlet, document.url, ...document.byline])
    if (typeof value === 'string' && value.trim() === '') throw new Error('a title, name or address of blanks');
  if (origin === null) return;
  let at = 0;
  for (const run of origin) {
    if (run.text < at || run.length < 1) throw new Error(`run at ${run.text} is out of order`);
    if (/\S/u.test(text.slice(at, run.text))) throw new Error(`no place for ${JSON.stringify(text.slice(at, run.text))}`);
    at = run.text + run.length;
    if (source === null) continue;
    const raw = source.slice(run.source, run.sourceEnd);
    const mine = text.slice(run.text, at);
    const theirs = run.verbatim
      ? raw
      : raw
          .replace(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?/giu, decodeReference)
          .replace(/\s+/gu, ' ')
          .replaceAll('\0', '\ufffd');
    if (mine !== theirs) throw new Error(`${JSON.stringify(mine)} is said to be ${JSON.stringify(raw)}`);
  }
  if (/\S/u.test(text.slice(at))) throw new Error(`no place for the end, ${JSON.stringify(text.slice(at, at + 40))}`);
}
