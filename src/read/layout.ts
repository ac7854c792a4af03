import { isElement, isText, type PageElement, type PageNode } from './node.ts';

/** One paragraph as a browser would lay it out: texts and line breaks in order, without a block between them. */
export interface Block {
  /** The nearest block element around it. */
  readonly element: PageElement;
  readonly parts: readonly Part[];
  /** Its text with white space folded. */
  readonly text: string;
  /** Share of the text's letters that stand in links. */
  readonly linked: number;
}

/** A text node, a line break, or a gap that is none in the source (between table cells). */
export type Part = { readonly text: PageNode; readonly inLink: boolean } | 'line' | 'gap';

const blockNames = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const cellNames = new Set(['td', 'th']);

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function finish(element: PageElement, parts: readonly Part[]): Block | null {
  let text = '';
  let linked = 0;
  for (const part of parts) {
    if (typeof part === 'string') text += part === 'line' ? '\n' : ' ';
    else {
      text += part.text.textContent;
      if (part.inLink) linked += fold(part.text.textContent).length;
    }
  }
  text = fold(text);
  return text === '' ? null : { element, parts, text, linked: Math.min(1, linked / text.length) };
}

/** The paragraphs of an element in reading order. Two line breaks in a row part paragraphs as a block does. */
export function layOut(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let parts: Part[] = [];
  const end = (element: PageElement): void => {
    const block = finish(element, parts);
    if (block) blocks.push(block);
    parts = [];
  };
  const lineBreak = (element: PageElement): void => {
    const before = parts.findLast((part) => part === 'line' || (typeof part !== 'string' && /\S/u.test(part.text.textContent)));
    if (before === 'line') end(element);
    else parts.push('line');
  };
  const walk = (node: PageNode, block: PageElement, inLink: boolean): void => {
    if (isText(node)) parts.push({ text: node, inLink });
    if (!isElement(node)) return;
    if (node.localName === 'br') {
      lineBreak(block);
      return;
    }
    const isBlock = blockNames.has(node.localName);
    const inner = isBlock ? node : block;
    if (isBlock) end(block);
    for (const child of node.childNodes) walk(child, inner, inLink || (node.localName === 'a' && node.getAttribute('href') !== null));
    if (isBlock) end(node);
    else if (cellNames.has(node.localName)) parts.push('gap');
  };
  walk(root, root, false);
  end(root);
  return blocks;
}
