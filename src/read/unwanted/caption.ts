import type { PageElement } from '../node.ts';
import type { Rule } from './rule.ts';

const captionClass = /(?:^|[\s_-])(?:img|image|photo|picture|media|wp|figure|video)?[_-]?(?:fig)?caption|photo-?credit|image-?credit/iu;
// figures also hold tables, code and quotations
const content = new Set(['td', 'th', 'tr', 'pre', 'blockquote', 'li']);

/** "President Putin on Monday. Photo: Reuters" under a picture. */
export const caption: Rule = ({ element }, { share }) => {
  for (let node: PageElement | null = element, up = 0; node && up < 4; node = node.parentNode, up++) {
    if (node.localName === 'figcaption' || (captionClass.test(node.className) && share(node) < 0.3)) return true;
    if (content.has(node.localName)) return false;
    if (node.localName === 'figure') return share(node) < 0.3;
  }
  return false;
};
