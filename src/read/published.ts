import { type About, textOf } from './about.ts';
import { isoDate } from './dates.ts';
import type { PageElement } from './node.ts';

const names = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dcterms.created',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'dc.created',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'published-date',
  'publication_date',
  'publicationdate',
  'originalpublicationdate',
  'article_date_original',
  'article.published',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'ptime',
  'pdate',
  'rbpubdate',
  'shareaholic:article_published_time',
  'citation_publication_date',
  'citation_date',
  'datecreated',
  'date',
  'last-modified-original',
  'created',
];

const stamp = (element: PageElement): string | null => {
  for (const value of [element.getAttribute('datetime'), element.getAttribute('content'), element.getAttribute('title'), textOf(element)]) {
    const iso = value ? isoDate(value) : null;
    if (iso) return iso;
  }
  return null;
};

const marked = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'time.published, .published time, abbr.published',
  'time.entry-date',
  '[property="datePublished"]',
];
// A date in the head of the article: looked for in text of these, which no related story should carry.
const dated =
  '[class*="publish" i], [class*="posted" i], [class*="dateline" i], [class*="timestamp" i], [class*="byline" i], [class*="date" i], [class*="meta" i], [id*="date" i]';

/** `<time>` near the headline: the first in the smallest element around it that has one. */
function nearHeading(about: About): string | null {
  let around: PageElement | null = about.heading?.parentNode ?? null;
  for (let up = 0; around && up < 5 && around.localName !== 'body'; up++, around = around.parentNode) {
    for (const time of around.querySelectorAll('time')) {
      const iso = stamp(time);
      if (iso) return iso;
    }
    for (const element of around.querySelectorAll(dated)) {
      const text = textOf(element);
      const iso = text.length < 200 ? isoDate(text) : null;
      if (iso) return iso;
    }
  }
  return null;
}

/** `/2019/01/04/` in an address. */
function inAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-]([01]?\d)[/-]([0-3]?\d)(?:[/-]|$)/u.exec(url ?? '');
  return found ? isoDate(`${found[1]}-${found[2]}-${found[3]}`) : null;
}

/** When the article was published, ISO 8601, as exact as the page says it. */
export function readPublished(about: About, url: string | null): string | null {
  const linked = about.linked?.published ? isoDate(about.linked.published) : null;
  if (linked) return linked;
  for (const value of about.meta.all(...names)) {
    const iso = isoDate(value);
    if (iso) return iso;
  }
  for (const selector of marked) {
    for (const element of about.document.querySelectorAll(selector)) {
      const iso = stamp(element);
      if (iso) return iso;
    }
  }
  return nearHeading(about) ?? inAddress(url);
}
