import { type About, bare, textOf } from './about.ts';

/**
 * A title without the outlet's name at its end or start: "Putin meets Kim | World news | The Guardian".
 * Only what the headline on the page or the outlet's own name proves is taken off; a part after "|" also when it is short.
 */
function withoutSite(title: string, site: string | null, heading: string): string {
  const parts = title.split(/( [|–—\-»·/\\>] )/u);
  if (parts.length < 3) return title;
  for (let end = parts.length - 2; end > 0; end -= 2) {
    const candidate = parts.slice(0, end).join('');
    if (bare(heading) !== '' && bare(candidate) === bare(heading)) return candidate;
  }
  const isSite = (part: string): boolean =>
    site !== null &&
    bare(part) !== '' &&
    (bare(part) === bare(site) || bare(site).replaceAll(' ', '').startsWith(bare(part).replaceAll(' ', '')));
  const last = parts.at(-1) ?? '';
  const rest = parts.slice(0, -2).join('');
  if (isSite(last) || (parts.at(-2) === ' | ' && last.split(' ').length <= 3 && rest.split(' ').length >= 3))
    return withoutSite(rest, site, heading);
  return isSite(parts[0] ?? '') ? parts.slice(2).join('') : title;
}

/** The headline: as Dublin Core, the share cards or schema.org have it, else the page's title without the outlet's name, else its first heading. */
export function readTitle(about: About): string | null {
  const { meta, linked } = about;
  const site = meta.first('og:site_name') ?? linked?.publisher ?? null;
  const heading = textOf(about.heading);
  const pageTitle = textOf(about.document.querySelector('title'));
  const shown = `${bare(pageTitle)} ${bare(heading)}`;
  // of schema.org's headline and name, the one that the page itself shows: Wikipedia's headline is a description
  const headline = linked?.headlines.find((title) => shown.includes(bare(title)));
  const said =
    meta.first('dc.title', 'dcterm.title', 'dcterms.title') ??
    headline ??
    meta.first('og:title', 'weibo:article:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'title');
  const best = said ?? (pageTitle === '' ? heading : pageTitle);
  return best === '' ? null : withoutSite(best, site, heading);
}
