import { decode } from '../read/charset.ts';
import { readerFor } from '../read/reader.ts';
import { answersOf } from '../read/warc.ts';

/** How a page's source comes out of the bytes: as they are, out of a line of JSON, out of a web archive's record. */
export const ways = ['text', 'html', 'line-text', 'line-html', 'line-reading', 'record-text', 'record-html'] as const;
export type Way = (typeof ways)[number];

/** A page's source: what a place map points into. */
export interface PageSource {
  readonly way: Way;
  /** Decoded; offsets are UTF-16 units into it. */
  readonly source: string;
}

function ofLine(bytes: Uint8Array): PageSource | null {
  let line: unknown;
  try {
    line = JSON.parse(decode(bytes, { contentType: 'application/json; charset=utf-8' }).text);
  } catch {
    return null;
  }
  if (typeof line !== 'object' || line === null) return null;
  const { text, html, document } = line as { text?: unknown; html?: unknown; document?: { text?: unknown } };
  if (typeof text === 'string') return { way: 'line-text', source: text };
  if (typeof html === 'string') return { way: 'line-html', source: html };
  return typeof document?.text === 'string' ? { way: 'line-reading', source: document.text } : null;
}

function ofRecord(bytes: Uint8Array): PageSource | null {
  for (const { status, type, body } of answersOf(bytes)) {
    if (status === 200 && body.length > 0)
      return { way: /html/u.test(type) ? 'record-html' : 'record-text', source: decode(body, { contentType: type }).text };
  }
  return null;
}

/** The page in bytes as they came; null where there is none that places can be counted in (a feed's items are texts inside it). */
export function pageSource(bytes: Uint8Array, uri: string | null): PageSource | null {
  try {
    const { name } = readerFor('auto', bytes, uri);
    if (name === 'text' || name === 'html') return { way: name, source: decode(bytes, {}).text };
    if (name === 'jsonl') return ofLine(bytes);
    return name === 'warc' ? ofRecord(bytes) : null;
  } catch {
    return null;
  }
}

/** The same where the way is known. */
export function sourceBy(way: Way, bytes: Uint8Array): string | null {
  try {
    if (way === 'text' || way === 'html') return decode(bytes, {}).text;
    const found = way.startsWith('line') ? ofLine(bytes) : ofRecord(bytes);
    return found !== null && found.way === way ? found.source : null;
  } catch {
    return null;
  }
}
