import { bare, textOf } from '../about.ts';
import type { Rule } from './rule.ts';

/** The headline over the article, once more: it is the document's title. */
export const headline: Rule = ({ element, text }, { about }) => element.localName === 'h1' && bare(text) === bare(textOf(about.heading));
