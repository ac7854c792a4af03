import type { PageElement } from './node.ts';

const style = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

/** Whether a browser would not show an element, as far as its own markup tells. */
export function isHidden(element: PageElement): boolean {
  for (let node: PageElement | null = element; node; node = node.parentNode) {
    if (node.nodeType !== 1) return false;
    if (node.getAttribute('hidden') !== null || node.getAttribute('aria-hidden') === 'true' || style.test(node.getAttribute('style') ?? ''))
      return true;
  }
  return false;
}
