import type { Block } from './layout.ts';
import type { PageElement } from './node.ts';

/** A paragraph of the page, and whether Readability takes it for a part of the article. */
export interface Candidate extends Block {
  readonly kept: boolean;
}

/** Running text: long enough, not a list of links, and with a sentence's end in it. */
export const isProse = (block: Block): boolean =>
  block.text.length >= 60 && block.linked < 0.4 && /[.!?…。！？]["”’»)\]]?(?:\s|$)/u.test(block.text);

const step = (element: PageElement): string =>
  `${element.localName}.${(element.className || '').split(/\s+/u)[0]?.replace(/\d+/gu, '') ?? ''}`;

/** How a paragraph is set: its element's and its two nearest ancestors' names and first classes. */
export function signature(block: Block): string {
  const steps: string[] = [];
  for (let node: PageElement | null = block.element; node && steps.length < 3; node = node.parentNode) steps.push(step(node));
  return steps.join('<');
}
