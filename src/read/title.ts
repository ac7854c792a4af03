import { type About, bare, textOf } from './about.ts';

/** `<title>` without the outlet's name at its end or start: "Putin meets Kim | World news | The Guardian". */
export function withoutSite(title: string, site: string | null, heading: string): string {
  const parts = title.split(/( [|–—\-»·/\\>] )/u);
  if (parts.length < 3) return title;
  const head = bare(heading);
  // the headline on the page tells best where the title ends
  for (let end = parts.length; end > 0; end -= 2) {
    const candidate = parts.slice(0, end).join('');
    if (head !== '' && bare(candidate) === head) return candidate;
  }
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (site !== null && bare(first) === bare(site)) return parts.slice(2).join('');
  const rest = parts.slice(0, -2).join('');
  const isSite = (site !== null && bare(last) === bare(site)) || last.split(' ').length <= 4;
  return isSite && rest.split(' ').length >= 3 ? withoutSite(rest, site, heading) : title;
}

/** The headline: as schema.org or the share cards have it, else the page's title without the outlet's name, else its first heading. */
export function readTitle(about: About): string | null {
  const { meta, linked } = about;
  const site = meta.first('og:site_name') ?? linked?.publisher ?? null;
  const heading = textOf(about.heading);
  const pageTitle = textOf(about.document.querySelector('title'));
  const said = [
    linked?.headline ?? null,
    meta.first('og:title', 'dc.title', 'dcterms.title'),
    meta.first('twitter:title', 'parsely-title', 'sailthru.title'),
  ]
    .filter((title) => title !== null)
    .map((title) => withoutSite(title, site, heading));
  const best = said[0] ?? (pageTitle === '' ? heading : withoutSite(pageTitle, site, heading));
  return best === '' ? null : best;
}
