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

/** A subtree without a DOM: linkedom's nodes are costly, and most saved states are never needed. */
interface Saved {
  readonly node: PageNode;
  readonly name: string | null;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly Saved[];
  readonly text: string;
}

function save(node: PageNode): Saved {
  if (!isElement(node)) return { node, name: null, attributes: [], children: [], text: node.textContent };
  const attributes = Array.from(node.attributes, ({ name, value }) => [name, value] as const);
  return { node, name: node.localName, attributes, children: Array.from(node.childNodes, save), text: '' };
}

function restore(saved: Saved, document: PageDocument, places: Places): PageNode {
  if (saved.name === null) {
    const copy = document.createTextNode(saved.text);
    const pieces = places.get(saved.node);
    if (pieces) places.set(copy, pieces);
    return copy;
  }
  const copy = document.createElement(saved.name);
  for (const [name, value] of saved.attributes) copy.setAttribute(name, value);
  for (const child of saved.children) copy.appendChild(restore(child, document, places));
  return copy;
}

/**
 * Lets Readability start over without losing where each text came from: it saves and restores the body through `innerHTML`,
 * which would make new text nodes. Here the saved "HTML" is a key to a state whose texts keep their places.
 */
function keepPlaces(document: PageDocument, places: Places): void {
  const { body } = document;
  let saved: readonly Saved[] = [];
  const key = 'saved';
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => {
      saved = Array.from(body.childNodes, save);
      return key;
    },
    set: (value: string) => {
      if (value === key) body.replaceChildren(...saved.map((child) => restore(child, document, places)));
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
