import { type About, bare, textOf } from './about.ts';
import type { Block } from './layout.ts';
import type { PageElement } from './node.ts';

/** Rules that tell what stands inside an article's element without being its text. Each names an example. */
type Rule = (block: Block, about: About) => boolean;

const captionClass = /(?:^|[\s_-])(?:img|image|photo|picture|media|wp|figure|video)?[_-]?(?:fig)?caption|photo-?credit|image-?credit/iu;

/** "President Putin on Monday. Photo: Reuters" */
const caption: Rule = ({ element }) => {
  for (let node: PageElement | null = element, up = 0; node && up < 4; node = node.parentNode, up++) {
    if (node.localName === 'figcaption' || captionClass.test(node.className)) return true;
  }
  return false;
};

/** The headline over the article, once more. */
const title: Rule = ({ element, text }, about) => element.localName === 'h1' && bare(text) === bare(textOf(about.heading));

const invitation =
  /^(?:read (?:more|next|also)|more(?: on this| from| stories)?|related(?: stories| articles)?|see also|also read|watch|listen|sign up|subscribe|follow us|get in touch|share this|join the conversation|advertisement|recommended|most read|trending|don['’]t miss)\b.{0,200}$/iu;

/** "READ MORE: Kim arrives by train", "Sign up to our free newsletter": a whole paragraph that invites to something else. */
const prompt: Rule = ({ text, linked }) =>
  text.length < 200 &&
  invitation.test(text) &&
  (linked > 0.5 || text.length < 40 || /^(?:read more|more|related|watch|sign up|subscribe|get in touch)\s?[:|]/iu.test(text));

export const rules: Readonly<Record<string, Rule>> = { caption, title, prompt };

const off = new Set((process.env['RULES_OFF'] ?? '').split(','));
/** Whether a paragraph is left out, by any rule. */
export const unwanted = (block: Block, about: About): boolean =>
  Object.entries(rules).some(([name, rule]) => !off.has(name) && rule(block, about));
