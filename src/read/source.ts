import type { About } from './about.ts';

/** The outlet's name as the page gives it; null rather than a guess from its address. */
export function readOutlet(about: About): string | null {
  const { meta, linked } = about;
  return (
    linked?.publisher ??
    meta.first(
      'og:site_name',
      'application-name',
      'apple-mobile-web-app-title',
      'dc.publisher',
      'dcterms.publisher',
      'twitter:app:name:iphone',
      'cre',
      'source',
    )
  );
}

function absolute(url: string | null, base: string | null): string | null {
  if (url === null) return null;
  try {
    const full = new URL(url, base ?? undefined);
    return full.protocol === 'http:' || full.protocol === 'https:' ? full.href : null;
  } catch {
    return null;
  }
}

/** The article's own address: canonical link, share card, schema.org, else where it was read. */
export function readAddress(about: About, read: string | null): string | null {
  const link = about.document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null;
  const base = absolute(about.document.querySelector('base')?.getAttribute('href') ?? null, read) ?? read;
  for (const url of [link, about.meta.first('og:url', 'al:web:url', 'parsely-link'), about.linked?.url ?? null]) {
    const full = absolute(url, base);
    // the start page as "canonical" address is a common mistake
    if (full !== null && new URL(full).pathname !== '/') return full;
  }
  return read;
}
