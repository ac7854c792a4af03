import type { LinkedData } from './jsonld.ts';
import { readLinkedData } from './jsonld.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { PageDocument, PageElement } from './node.ts';
import type { Page } from './page.ts';

/** The places in which a page says what it is: each rule (title, byline …) looks through them in its own order. */
export interface About {
  readonly document: PageDocument;
  readonly meta: Metadata;
  readonly linked: LinkedData | null;
  /** The headline's element: the `h1` that the other places confirm, else the only or first one. */
  readonly heading: PageElement | null;
}

export const textOf = (element: PageElement | null): string => (element?.textContent ?? '').slice(0, 4000).replace(/\s+/gu, ' ').trim();

/** Letters and digits only, to compare what differs in marks and case. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function headingOf(document: PageDocument, titles: readonly (string | null)[]): PageElement | null {
  const wanted = titles.filter((title) => title !== null).map(bare);
  const headings = [...document.querySelectorAll('h1')].filter((h1) => textOf(h1) !== '');
  const confirmed = headings.find((h1) => wanted.some((title) => title.includes(bare(textOf(h1))) && bare(textOf(h1)).length > 10));
  return confirmed ?? headings[0] ?? null;
}

export function readAbout(page: Page): About {
  const { document } = page;
  const meta = readMetadata(document);
  const linked = readLinkedData(page.jsonLd);
  const heading = headingOf(document, [...(linked?.headlines ?? []), meta.first('og:title'), textOf(document.querySelector('title'))]);
  return { document, meta, linked, heading };
}
