import { Readability } from '@mozilla/readability';
import type { PageElement, PageNode } from './node.ts';
import { copyChildren, type Page } from './page.ts';

/**
 * Lets Readability start over without losing where each text came from: it saves and restores the body through `innerHTML`,
 * which would make new text nodes. Here the saved "HTML" is a key to copies that keep their places.
 */
function keepPlaces(page: Page): void {
  const { body } = page.document;
  const saved: PageElement = page.document.createElement('body');
  const key = 'saved';
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => {
      saved.replaceChildren(...copyChildren(page.document, page.places, body));
      return key;
    },
    set: (value: string) => {
      if (value === key) body.replaceChildren(...copyChildren(page.document, page.places, saved));
    },
  });
}

/** The element that holds the article's body, as Readability finds it; null where it finds none. The page's document is used up. */
export function findArticle(page: Page): PageElement | null {
  keepPlaces(page);
  const reader = new Readability<PageNode>(page.document as never, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node as unknown as PageNode,
  });
  return (reader.parse()?.content ?? null) as PageElement | null;
}
