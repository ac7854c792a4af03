import type { About } from '../about.ts';
import type { Block } from '../layout.ts';
import type { PageElement } from '../node.ts';

/** What a rule may look at beside the paragraph. */
export interface Surroundings {
  readonly about: About;
  /** Share of the article's letters that stand in an element, 0 to 1. */
  share(element: PageElement): number;
  /** How often a paragraph's text stands among the article's paragraphs. */
  times(text: string): number;
}

/** Tells whether a paragraph inside the article's element is none of its text. */
export type Rule = (block: Block, surroundings: Surroundings) => boolean;
