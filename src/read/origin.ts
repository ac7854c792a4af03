import type { OriginRun } from '../document/document.ts';
import { decodeReference, type Piece } from './parser.ts';

/** One character, or one character reference's worth, of a text node: `[start, end)` in the source. */
export interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A number may have any digits; it is passed over at once, so that all of a text costs no more than its length. */
const REFERENCE = /&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)/uy;
/** A number of more digits is no character's, leading zeros aside. */
const MOST_DIGITS = 9;

/** What a numeric reference stands for, `&#00065;` and `&#99999999999;` too. */
function numbered(raw: string): string {
  const short = raw.replace(/^(&#[xX]?)0+(?=[0-9a-fA-F])/u, '$1');
  return short.length > '&#x;'.length + MOST_DIGITS ? '\ufffd' : decodeReference(short);
}

/** A character reference at `at`: how many source characters it takes, and what they stand for; null for a bare "&". */
function reference(source: string, at: number, end: number): Placed | null {
  REFERENCE.lastIndex = at;
  const raw = REFERENCE.exec(source)?.[0].slice(0, end - at);
  if (raw === undefined) return null;
  const value = raw.startsWith('&#') ? numbered(raw) : decodeReference(raw);
  // "&ampfoo" stands for "&foo": the letters after an old reference without semicolon are text again
  let same = 0;
  while (same < raw.length && same < value.length && raw[raw.length - 1 - same] === value[value.length - 1 - same]) same++;
  if (raw.startsWith('&#')) same = 0;
  return same >= raw.length ? null : { text: value.slice(0, value.length - same), start: at, end: at + raw.length - same };
}

/**
 * A text node's characters with their places, by walking source and decoded text together.
 * What does not agree (it should not happen) is placed as a whole on the rest of its piece.
 */
export function* placeCharacters(source: string, text: string, pieces: readonly Piece[]): Generator<Placed> {
  for (const [i, piece] of pieces.entries()) {
    const stop = pieces[i + 1]?.from ?? text.length;
    let at = piece.start;
    let from = piece.from;
    // In <plaintext> and <xmp> "&amp;" stands for itself.
    const isSame = source.slice(at, piece.end).replaceAll('\0', '\ufffd').replaceAll(/\r\n?/gu, '\n') === text.slice(from, stop);
    while (from < stop && at < piece.end) {
      const raw = source[at] ?? '';
      const wanted = text[from] ?? '';
      const named = raw === '&' && !isSame ? reference(source, at, piece.end) : null;
      if (named && named.text !== '' && text.startsWith(named.text, from)) {
        yield named;
        at = named.end;
        from += named.text.length;
      } else if (raw === wanted) {
        yield { text: raw, start: at, end: at + 1 };
        at++;
        from++;
      } else if (raw === '\0' && wanted === '\ufffd') {
        yield { text: wanted, start: at, end: at + 1 };
        at++;
        from++;
      } else if (raw === '\r' && wanted === '\n') {
        const end = source[at + 1] === '\n' ? at + 2 : at + 1;
        yield { text: '\n', start: at, end };
        at = end;
        from++;
      } else if (raw === '\0' || raw === '\n' || raw === '\r') {
        // dropped by the parser: NUL in text, the first line break of <pre>
        at++;
      } else {
        yield { text: text.slice(from, stop), start: at, end: piece.end };
        from = stop;
      }
    }
  }
}

/** Collects the text of a document and, beside it, its map into the source. */
export class OriginText {
  private readonly parts: string[] = [];
  private readonly done: OriginRun[] = [];
  private run: { text: number; length: number; source: number; sourceEnd: number } | null = null;
  /** UTF-16 length so far. */
  length = 0;

  /** White space that stands in no source. */
  insert(space: string): void {
    this.parts.push(space);
    this.length += space.length;
  }

  /** `text` in place of the source's `[start, end)`; verbatim where they are the same characters. */
  place(text: string, start: number, end: number, verbatim: boolean): void {
    if (verbatim && this.run && this.run.sourceEnd === start && this.run.text + this.run.length === this.length) {
      this.run.length += text.length;
      this.run.sourceEnd = end;
    } else {
      this.close();
      const run = { text: this.length, length: text.length, source: start, sourceEnd: end };
      if (verbatim) this.run = run;
      else this.done.push({ ...run, verbatim: false });
    }
    this.parts.push(text);
    this.length += text.length;
  }

  private close(): void {
    if (this.run) this.done.push({ ...this.run, verbatim: true });
    this.run = null;
  }

  finish(): { readonly text: string; readonly origin: readonly OriginRun[] } {
    this.close();
    return { text: this.parts.join(''), origin: this.done };
  }
}
