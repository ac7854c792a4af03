import { type About, textOf } from './about.ts';
import { cleanByline, isOrganisation } from './byline.ts';
import type { PageElement } from './node.ts';

const metaNames = [
  'dc.creator',
  'dcterm.creator',
  'dcterms.creator',
  'author',
  'article:author',
  'article:author_name',
  'og:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.contributor',
  'byl',
  'byline',
  'authors',
  'cxenseparse:author',
  'citation_author',
  'twitter:data1',
];
const marked = [
  '[rel~="author"]',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[class~="author"] [class~="fn"]',
  '[class*="byline" i], [id*="byline" i]',
  '[class*="author" i]',
];

const people = (values: readonly string[]): string[] => [...new Set(values.flatMap(cleanByline))];

/** One name a person: "JANE DOE" and "Jane Doe" are the same. */
const distinct = (names: readonly string[]): string[] =>
  names.filter((name, i) => names.findIndex((n) => n.toLowerCase() === name.toLowerCase()) === i);

function inMarkup(about: About): string[] {
  // the article around the headline first: bylines of related stories stand elsewhere
  const scopes: PageElement[] = [];
  for (let up = about.heading?.parentNode ?? null; up && scopes.length < 4 && up.localName !== 'body'; up = up.parentNode) scopes.push(up);
  scopes.push(about.document.body);
  for (const scope of scopes) {
    for (const selector of marked) {
      const elements = [...scope.querySelectorAll(selector)].filter((e) => textOf(e).length > 3 && textOf(e).length < 150);
      const found = people(elements.slice(0, scope === about.document.body ? 1 : 4).map(textOf));
      if (found.length > 0) return found;
    }
  }
  return [];
}

const hasPerson = (names: readonly string[]): boolean => names.some((name) => !isOrganisation(name));

function inMeta(about: About): string[] {
  const found = metaNames.map((name) => people(about.meta.all(name)));
  return found.find(hasPerson) ?? found.find((names) => names.length > 0) ?? [];
}

/** The writers' names, clean and each once: from JSON-LD, meta, markup; a person before an agency. */
export function readAuthors(about: About): readonly string[] {
  const linked = people(about.linked?.authors ?? []);
  if (hasPerson(linked)) return distinct(linked);
  const meta = inMeta(about);
  if (hasPerson(meta)) return distinct(meta);
  const markup = inMarkup(about);
  if (hasPerson(markup)) return distinct(markup);
  // "Contributors to Wikimedia projects" is no name, but all that the page says
  const raw = about.linked?.authors.filter((name) => /^[\p{L} ]{3,60}$/u.test(name)).slice(0, 1) ?? [];
  return [linked, meta, markup].find((names) => names.length > 0) ?? raw;
}
