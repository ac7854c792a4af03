import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, Parser, type Token } from 'parse5';
import { ReadoutError } from '../error.ts';

export type SourceElement = DefaultTreeAdapterTypes.Element;
export type SourceText = DefaultTreeAdapterTypes.TextNode;
export type SourceNode = DefaultTreeAdapterTypes.ChildNode;
export type SourceDocument = DefaultTreeAdapterTypes.Document;

/** A stretch of a text node and where it stands in the page's source, `[start, end)`; `from` is its offset in the node's text. */
export interface Piece {
  readonly from: number;
  readonly start: number;
  end: number;
}

export type Pieces = ReadonlyMap<SourceText, readonly Piece[]>;

// Chrome and Firefox stop nesting at 512. Each open tag may look through all others, so much more would also be slow.
const deepest = 3000;

const tooDeep = (): ReadoutError =>
  new ReadoutError(
    'READOUT_HTML_TOO_DEEP',
    `The page nests its tags too deeply: more than ${deepest} in each other, or the same ones opened again without end.`,
    'This is no page that a browser would show; check where it came from.',
  );

/** parse5's parser, which also notes where every character came from: one text node may be fed from several places (`a</x>b`). */
class PlacingParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  readonly pieces = new Map<SourceText, Piece[]>();
  private written: SourceText | null = null;
  private opened = 0;
  private readonly allowed: number;
  private readonly source: string;

  constructor(source: string) {
    // the adapter alone learns which node took the characters (text of a table is put before it)
    const took = (node: SourceNode | undefined): void => {
      this.written = node && defaultTreeAdapter.isTextNode(node) ? node : null;
    };
    const insertText: typeof defaultTreeAdapter.insertText = (parent, text) => {
      defaultTreeAdapter.insertText(parent, text);
      took(parent.childNodes.at(-1));
    };
    const insertTextBefore: typeof defaultTreeAdapter.insertTextBefore = (parent, text, reference) => {
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
      took(parent.childNodes[parent.childNodes.indexOf(reference) - 1]);
    };
    super({ treeAdapter: { ...defaultTreeAdapter, insertText, insertTextBefore }, sourceCodeLocationInfo: true });
    this.source = source;
    this.allowed = source.length / 3 + 20_000;
  }

  override _insertCharacters(token: Token.CharacterToken): void {
    super._insertCharacters(token);
    const node = this.written;
    if (!token.location || !node) return;
    const { startOffset: start, endOffset: end } = token.location;
    const pieces = this.pieces.get(node) ?? [];
    const last = pieces.at(-1);
    if (last?.end === start) last.end = end;
    else pieces.push({ from: node.value.length - token.chars.length, start: this.startOf(token.chars, start), end });
    this.pieces.set(node, pieces);
  }

  /**
   * Where a token's characters begin. After white space parse5 places a token that begins with a character reference at the
   * reference's end: in "<pre>\n&amp;" the white space is dropped, so that nothing else shows where the reference began.
   */
  private startOf(characters: string, start: number): number {
    if (characters[0] === this.source[start]) return start;
    const reference = /&[#A-Za-z0-9]{1,36};?$/u.exec(this.source.slice(Math.max(0, start - 40), start + 1))?.[0];
    return reference !== undefined && decodeReference(reference)[0] === characters[0] ? start + 1 - reference.length : start;
  }

  override onItemPush(node: DefaultTreeAdapterTypes.ParentNode, tag: number, isTop: boolean): void {
    if (this.openElements.stackTop > deepest) throw tooDeep();
    // an honest page cannot open more elements than it has room for tags; unclosed <font> tags are opened again in every paragraph
    if (++this.opened > this.allowed) throw tooDeep();
    super.onItemPush(node, tag, isTop);
  }
}

/** A page as parse5's tree, with the place of each text. @throws ReadoutError READOUT_HTML_TOO_DEEP */
export function parseSource(source: string): { readonly document: SourceDocument; readonly pieces: Pieces } {
  const parser = new PlacingParser(source);
  parser.tokenizer.write(source, true);
  return { document: parser.document, pieces: parser.pieces };
}

const decoded = new Map<string, string>();

/** What one character reference ("&eacute;", "&#8217;") and the letters after it stand for. */
export function decodeReference(raw: string): string {
  const known = decoded.get(raw);
  if (known !== undefined) return known;
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({});
  parser.tokenizer.write(`<!doctype html><body>${raw}`, true);
  const body = parser.document.childNodes.at(-1) as SourceElement | undefined;
  const text = body?.childNodes.at(-1) as SourceElement | undefined;
  const node = text?.childNodes[0];
  const value = node && defaultTreeAdapter.isTextNode(node) ? node.value : '';
  if (decoded.size > 2000) decoded.clear();
  decoded.set(raw, value);
  return value;
}

export const isSvgOrMath = (node: SourceElement): boolean => node.namespaceURI !== html.NS.HTML;
