import { Readability } from '@mozilla/readability';
import { isElement, type PageDocument, type PageElement, type PageNode } from './node.ts';
import { copyChildren, emptyDocument, type Page, type Places } from './page.ts';
import type { Piece } from './parser.ts';

/** The texts that Readability keeps, by their places (a copy of a text has the same). */
export type Kept = ReadonlySet<readonly Piece[]>;

// Windows laid over the page. Readability takes a long cookie notice for the article of a short news page.
const overlays = 'nav, [role="navigation"], [role="dialog"], [role="alertdialog"], [aria-modal="true"], dialog';
const consent = /cookie|consent|onetrust|gdpr|ccpa|didomi|privacy-(?:banner|manager|center)/iu;

function prune(body: PageElement): void {
  for (const element of [...body.querySelectorAll(overlays)]) element.remove();
  for (const element of [...body.querySelectorAll('div[id], div[class], section[id], section[class], aside[class]')]) {
    if (consent.test(`${element.id} ${element.className}`) && element.querySelector('article, h1') === null) element.remove();
  }
}

/**
 * Lets Readability start over without losing where each text came from: it saves and restores the body through `innerHTML`,
 * which would make new text nodes. Here the saved "HTML" is a key to copies that keep their places.
 */
function keepPlaces(document: PageDocument, places: Places): void {
  const { body } = document;
  const saved: PageElement = document.createElement('body');
  const key = 'saved';
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => {
      saved.replaceChildren(...copyChildren(document, places, body));
      return key;
    },
    set: (value: string) => {
      if (value === key) body.replaceChildren(...copyChildren(document, places, saved));
    },
  });
}

function collect(root: PageNode, places: Places, kept: Set<readonly Piece[]>): void {
  const todo: PageNode[] = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (isElement(node)) todo.push(...node.childNodes);
    else {
      const pieces = places.get(node);
      if (pieces) kept.add(pieces);
    }
  }
}

/** Which texts of the page Readability takes for the article. It works on a copy: the page stays as it is. */
export function readable(page: Page): Kept {
  const document = emptyDocument();
  document.head.replaceChildren(...copyChildren(document, page.places, page.document.head));
  document.body.replaceChildren(...copyChildren(document, page.places, page.document.body));
  prune(document.body);
  keepPlaces(document, page.places);
  const reader = new Readability<PageNode>(document as never, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node as unknown as PageNode,
  });
  const kept = new Set<readonly Piece[]>();
  const content = reader.parse()?.content;
  if (content) collect(content, page.places, kept);
  return kept;
}
