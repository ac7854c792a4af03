import type { Span } from '../../document/span.ts';
import { pageSource } from '../../proof/page-source.ts';
import { placeMap, type Row } from '../../proof/place-map.ts';
import type { SavedPage } from '../services.ts';

/** A saved page as HTML. */
export interface LitPage {
  readonly html: string;
  /** How many of the spans could be lit; a page that does not give the text any more shows none. */
  readonly lit: number;
}

const STYLE = 'background:#ffe066;color:#000;outline:2px solid #b8860b;scroll-margin:30vh';
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const mark = (content: string, number: number, isFirst: boolean): string =>
  `<mark${isFirst ? ` id="readout-${number}"` : ''} style="${STYLE}">${content}</mark>`;

/** A place in the page's source: of the nth span. */
interface Place extends Span {
  readonly number: number;
}

/** Where a span of the text stands in the source: what is verbatim to the character, an entity or folded white space as a whole. */
function placesOf(span: Span, number: number, rows: readonly Row[]): readonly Place[] {
  return rows.flatMap(([at, length, source, sourceEnd, verbatim]) => {
    const [start, end] = [Math.max(span.start, at), Math.min(span.end, at + length)];
    if (start >= end) return [];
    return verbatim === 1 ? [{ number, start: source + start - at, end: source + end - at }] : [{ number, start: source, end: sourceEnd }];
  });
}

/** Places that touch, or overlap, are one. */
function joined(places: readonly Place[]): readonly Place[] {
  const sorted = [...places].sort((a, b) => a.start - b.start || a.end - b.end);
  const found: Place[] = [];
  for (const place of sorted) {
    const last = found.at(-1);
    if (last !== undefined && place.start <= last.end) found[found.length - 1] = { ...last, end: Math.max(last.end, place.end) };
    else found.push(place);
  }
  return found;
}

function marked(source: string, places: readonly Place[], show: (text: string) => string): string {
  const seen = new Set<number>();
  let html = '';
  let done = 0;
  for (const { start, end, number } of places) {
    html += show(source.slice(done, start)) + mark(show(source.slice(start, end)), number, !seen.has(number));
    seen.add(number);
    done = end;
  }
  return html + show(source.slice(done));
}

const inFrame = (text: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Saved text</title><pre style="white-space:pre-wrap;font:1rem/1.5 serif;max-width:40rem;margin:2rem auto">${text}</pre>`;

/** A saved page as it is to be shown, the spans lit in its own HTML; a text, or what is in no page of its own, as a text. */
export function litPage({ bytes, uri, text, lit }: SavedPage): LitPage {
  const page = pageSource(bytes, uri);
  const isHtml = page?.way.endsWith('html') ?? false;
  if (page === null || !isHtml) {
    const places = joined(lit.map((span, number) => ({ ...span, number: number + 1 })));
    return { html: inFrame(marked(text, places, escaped)), lit: lit.length };
  }
  const rows = lit.length === 0 ? [] : (placeMap(text, page) ?? []);
  // A tag within (a line break that became white space) is not the words’: it stays as it is.
  const places = lit
    .flatMap((span, at) => placesOf(span, at + 1, rows))
    .filter(({ start, end }) => !/[<>]/.test(page.source.slice(start, end)));
  return { html: marked(page.source, joined(places), (part) => part), lit: new Set(places.map(({ number }) => number)).size };
}
