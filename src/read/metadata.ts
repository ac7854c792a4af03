import type { PageDocument } from './node.ts';
import { decodeReference } from './parser.ts';

/** The `<meta>` values of a page by `name`, `property` or `itemprop`, in lower case; `dc.title` and `dc:title` are one name. */
export interface Metadata {
  /** The first value of the first of these names that has one. */
  first(...names: string[]): string | null;
  /** All values of these names, in the page's order, none twice. */
  all(...names: string[]): readonly string[];
}

/** Character references that a page encoded twice ("&amp;quot;") decoded, white space folded. */
export const tidy = (value: string): string =>
  value
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/giu, decodeReference)
    .replace(/\s+/gu, ' ')
    .trim();

export function readMetadata(document: PageDocument): Metadata {
  const values = new Map<string, string[]>();
  // two rounds: where both are there, `property` is the better kept one
  for (const attribute of ['property', 'itemprop', 'name']) {
    for (const meta of document.querySelectorAll(`meta[${attribute}]`)) {
      // some pages put the content into `value`
      const content = tidy((meta.getAttribute('content') ?? meta.getAttribute('value') ?? '').slice(0, 2000));
      if (content === '') continue;
      for (const key of (meta.getAttribute(attribute) ?? '').toLowerCase().replaceAll('.', ':').split(/\s+/u)) {
        const known = values.get(key);
        if (!known) values.set(key, [content]);
        else if (!known.includes(content)) known.push(content);
      }
    }
  }
  return {
    first: (...names) => names.map((name) => values.get(name.replaceAll('.', ':'))?.[0]).find((value) => value !== undefined) ?? null,
    all: (...names) => [...new Set(names.flatMap((name) => values.get(name.replaceAll('.', ':')) ?? []))],
  };
}
