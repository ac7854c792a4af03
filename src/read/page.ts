import { createRequire } from 'node:module';
import { isElement, type PageDocument, type PageElement, type PageNode } from './node.ts';
import { isSvgOrMath, type Piece, parseSource, type SourceElement, type SourceNode, type SourceText } from './parser.ts';

/** Where the text nodes of a page came from in its source. Kept beside the nodes, so that it follows them when they are moved. */
export type Places = WeakMap<PageNode, readonly Piece[]>;

/** A page as a DOM whose text nodes know their places. */
export interface Page {
  readonly source: string;
  readonly document: PageDocument;
  readonly places: Places;
  /** The texts of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[];
  /** How many elements it has. */
  readonly elements: number;
}

// What nobody reads. `noscript` doubles what scripts show; svg and math are no prose.
const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'canvas',
  'object',
  'embed',
  'iframe',
  'textarea',
  'select',
  'audio',
  'video',
]);

// Deeper elements are laid flat, as browsers do, so that no recursion over the page can overflow.
// Readability's cleaning grows with the cube of the depth.
const deepest = 150;

// linkedom takes longer to load than a text to read: only a page pays for it, and reading a line stays synchronous
const load = createRequire(import.meta.url);
const linkedom = (): typeof import('linkedom') => load('linkedom') as typeof import('linkedom');

const emptyPage = '<!doctype html><html><head></head><body></body></html>';

/** A document with nothing in it. */
export const emptyDocument = (): PageDocument =>
  new (linkedom().DOMParser)().parseFromString(emptyPage, 'text/html') as unknown as PageDocument;

function shell(source: string): { document: PageDocument; root: SourceElement | null; pieces: ReadonlyMap<SourceText, readonly Piece[]> } {
  const { document: tree, pieces } = parseSource(source);
  const document = emptyDocument();
  const root = tree.childNodes.find((node): node is SourceElement => node.nodeName === 'html');
  return { document, root: root ?? null, pieces };
}

// All that Readability and the rules here look at. Pages carry many more, and each costs as much as an element.
const attributes = new Set(
  'alt aria-hidden aria-modal class colspan content datatable datetime dir height hidden href id itemprop itemscope itemtype lang media name property pubdate rel role rowspan src srcset style summary title type value width'.split(
    ' ',
  ),
);

function copyAttributes(from: SourceElement, to: PageElement): void {
  for (const { name, value } of from.attrs) {
    if (!attributes.has(name)) continue;
    // a script address makes Readability replace the link by new text that would have lost its place
    if (name === 'href' && /^\s*javascript:/iu.test(value)) continue;
    to.setAttribute(name, value);
  }
}

const isRead = (element: SourceElement): boolean => !unread.has(element.tagName) && !isSvgOrMath(element);

/** Parses a page with parse5 and builds linkedom's document from its tree, node by node. @throws ReadoutError READOUT_HTML_TOO_DEEP */
export function parsePage(source: string): Page {
  const { document, root, pieces } = shell(source);
  const places: Places = new WeakMap();
  const jsonLd: string[] = [];
  let elements = 0;
  const todo: { node: SourceNode; parent: PageElement; depth: number }[] = [];
  const push = (nodes: readonly SourceNode[], parent: PageElement, depth: number): void => {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      if (node) todo.push({ node, parent, depth });
    }
  };
  if (root) {
    copyAttributes(root, document.documentElement);
    push(root.childNodes, document.documentElement, 0);
  }
  for (let item = todo.pop(); item; item = todo.pop()) {
    const { node, parent, depth } = item;
    if (node.nodeName === '#text') {
      const text = node as SourceText;
      const copy = document.createTextNode(text.value);
      places.set(copy, pieces.get(text) ?? []);
      parent.appendChild(copy);
    } else if ('tagName' in node) {
      if (node.tagName === 'script' && /ld\+json/iu.test(node.attrs.find((a) => a.name === 'type')?.value ?? '')) {
        jsonLd.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
      }
      if (!isRead(node)) continue;
      const known = node.tagName === 'head' ? document.head : node.tagName === 'body' ? document.body : null;
      const copy = known ?? document.createElement(node.tagName);
      copyAttributes(node, copy);
      elements++;
      const flat = depth > deepest;
      if (!known) parent.appendChild(copy);
      push(node.childNodes, flat ? parent : copy, depth + 1);
    }
  }
  return { source, document, places, jsonLd, elements };
}

/** A deep copy of an element's children whose texts keep their places. */
export function copyChildren(document: PageDocument, places: Places, from: PageElement): PageNode[] {
  const copyNode = (node: PageNode): PageNode => {
    if (isElement(node)) {
      const copy = document.createElement(node.localName);
      for (const { name, value } of Array.from(node.attributes)) copy.setAttribute(name, value);
      for (const child of node.childNodes) copy.appendChild(copyNode(child));
      return copy;
    }
    const copy = document.createTextNode(node.textContent);
    places.set(copy, places.get(node) ?? []);
    return copy;
  };
  return [...from.childNodes].map(copyNode);
}
