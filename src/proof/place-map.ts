import { readHtml } from '../read/html.ts';
import type { PageSource } from './page-source.ts';

/** `[text, length, source, sourceEnd, verbatim]`: `OriginRun` as a row; verbatim is 1 or 0. */
export type Row = readonly [text: number, length: number, source: number, sourceEnd: number, verbatim: number];

const nowhere = { id: null, uri: null, record: null } as const;

/** Where each character of a text stands in its page; null where the page does not give this text. */
export function placeMap(text: string, page: PageSource): readonly Row[] | null {
  if (!page.way.endsWith('html')) return page.source === text ? [[0, text.length, 0, text.length, 1]] : null;
  try {
    const read = readHtml(page.source, nowhere);
    if (read.text !== text || read.origin === null) return null;
    return read.origin.map(({ text: at, length, source, sourceEnd, verbatim }) => [at, length, source, sourceEnd, verbatim ? 1 : 0]);
  } catch {
    return null;
  }
}

/**
 * What is wrong with a map: runs that overlap or lie outside, words of a verbatim run that are not the page's, words that stand nowhere.
 * What is not verbatim (a character reference, folded white space) is held to its place only.
 */
export function mapFaults(text: string, source: string, rows: readonly Row[]): readonly string[] {
  const faults: string[] = [];
  let done = 0;
  for (const [at, length, from, to, verbatim] of [...rows, [text.length, 0, 0, 0, 0] as const]) {
    if (at < done || at + length > text.length || from < 0 || from > to || to > source.length) {
      faults.push(`the place of [${at}, ${at + length}) lies outside the text or the page, or over another`);
      return faults;
    }
    if (/\S/u.test(text.slice(done, at))) faults.push(`[${done}, ${at}) stands nowhere in the page`);
    if (verbatim === 1 && (to - from !== length || text.slice(at, at + length) !== source.slice(from, to)))
      faults.push(`[${at}, ${at + length}) is not what the page has at [${from}, ${to})`);
    done = at + length;
  }
  return faults;
}
