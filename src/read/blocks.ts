import type { OriginRun } from '../document/document.ts';
import { isElement, isText, type PageElement, type PageNode } from './node.ts';
import { OriginText, placeCharacters } from './origin.ts';
import type { Places } from './page.ts';

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const cells = new Set(['td', 'th']);

// A soft hyphen or zero-width space inside a word would part it for every later reader.
const invisible = /^[\u00ad\u200b\u2060\ufeff]$/u;

/** Writes an element's text: a paragraph a block with an empty line between, white space folded, each character with its place. */
class BlockWriter {
  private readonly out = new OriginText();
  private gap: 'none' | 'space' | 'line' | 'block' = 'none';
  private space: { start: number; end: number } | null = null;
  private readonly source: string;
  private readonly places: Places;

  constructor(source: string, places: Places) {
    this.source = source;
    this.places = places;
  }

  private widen(gap: 'space' | 'line' | 'block'): void {
    const order = ['none', 'space', 'line', 'block'];
    if (order.indexOf(gap) > order.indexOf(this.gap)) this.gap = gap;
  }

  private character(text: string, start: number, end: number): void {
    if (invisible.test(text)) return;
    if (/^\s+$/u.test(text)) {
      this.space ??= { start, end };
      if (this.space.end === start) this.space.end = end;
      this.widen('space');
      return;
    }
    if (this.gap !== 'none' && this.out.length > 0) this.fill(start);
    this.gap = 'none';
    this.space = null;
    this.out.place(text, start, end, end - start === text.length && this.source.startsWith(text, start));
  }

  private fill(next: number): void {
    if (this.gap === 'block') this.out.insert('\n\n');
    else if (this.gap === 'line') this.out.insert('\n');
    else if (this.space)
      this.out.place(
        ' ',
        this.space.start,
        this.space.end,
        this.space.end === this.space.start + 1 && this.source[this.space.start] === ' ' && this.space.end === next,
      );
    else this.out.insert(' ');
  }

  text(node: PageNode): void {
    for (const { text, start, end } of placeCharacters(this.source, node.textContent, this.places.get(node) ?? []))
      this.character(text, start, end);
  }

  element(element: PageElement): void {
    if (element.localName === 'br') this.widen('line');
    const block = blocks.has(element.localName);
    if (block) this.widen('block');
    for (const child of element.childNodes) {
      if (isElement(child)) this.element(child);
      else if (isText(child)) this.text(child);
    }
    if (block) this.widen('block');
    else if (cells.has(element.localName)) this.widen('space');
  }

  finish(): { readonly text: string; readonly origin: readonly OriginRun[] } {
    return this.out.finish();
  }
}

/** The text of an article's element and its map into the page's source. */
export function writeBlocks(
  root: PageElement,
  source: string,
  places: Places,
): { readonly text: string; readonly origin: readonly OriginRun[] } {
  const writer = new BlockWriter(source, places);
  writer.element(root);
  return writer.finish();
}
