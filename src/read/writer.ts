import type { OriginRun } from '../document/document.ts';
import type { Block } from './layout.ts';
import { OriginText, placeCharacters } from './origin.ts';
import type { Places } from './page.ts';

// A soft hyphen or zero-width space inside a word would part it for every later reader.
const invisible = /^[\u00ad\u200b\u2060\ufeff]$/u;
const separators = { paragraph: '\n\n', line: '\n', gap: ' ' } as const;

/** Writes paragraphs one after the other: white space folded, each character with its place in the source. */
class BlockWriter {
  readonly out = new OriginText();
  private pending: keyof typeof separators | null = null;
  private space: { start: number; end: number } | null = null;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** A separation that stands in no source; a stronger one before it stays. */
  part(by: keyof typeof separators): void {
    const order = ['gap', 'line', 'paragraph'];
    if (this.pending === null || order.indexOf(by) > order.indexOf(this.pending)) this.pending = by;
  }

  character(text: string, start: number, end: number): void {
    if (invisible.test(text)) return;
    if (/^\s+$/u.test(text)) {
      this.space = this.space?.end === start ? { start: this.space.start, end } : { start, end };
      return;
    }
    if (this.out.length > 0) this.separate();
    this.pending = null;
    this.space = null;
    this.out.place(text, start, end, end - start === text.length && this.source.startsWith(text, start));
  }

  private separate(): void {
    if (this.pending === 'paragraph' || this.pending === 'line') this.out.insert(separators[this.pending]);
    else if (this.space)
      this.out.place(
        ' ',
        this.space.start,
        this.space.end,
        this.space.end === this.space.start + 1 && this.source[this.space.start] === ' ',
      );
    else if (this.pending === 'gap') this.out.insert(' ');
  }
}

/** The text of paragraphs, an empty line between them, and its map into the page's source. */
export function writeBlocks(
  blocks: readonly Block[],
  source: string,
  places: Places,
): { readonly text: string; readonly origin: readonly OriginRun[] } {
  const writer = new BlockWriter(source);
  for (const block of blocks) {
    writer.part('paragraph');
    for (const part of block.parts) {
      if (typeof part === 'string') writer.part(part);
      else
        for (const { text, start, end } of placeCharacters(source, part.text.textContent, places.get(part.text) ?? []))
          writer.character(text, start, end);
    }
  }
  return writer.out.finish();
}
