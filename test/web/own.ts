export { read } from '../archive/fake-read.ts';

export const said = (what: string) => `Anna said “${what}” to the people who had come together in the square of the capital.`;

export const page = (what: string) =>
  `<!doctype html><html><head><title>The talks of the capital</title></head><body><article><h1>The talks of the capital</h1><p>${said(what)}</p><p>${'Nobody else spoke that day, and the people of the capital went home again in the evening. '.repeat(4)}</p></article></body></html>`;

/** An RSS feed whose items say these words. */
export const rss = (at: string, ...words: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Own News</title><link>${at}</link>${words
    .map(
      (what, i) =>
        `<item><title>Talks</title><link>${at}/${what.replaceAll(' ', '-')}</link><guid>${i}-${what}</guid><description>&lt;p&gt;${said(what)}&lt;/p&gt;</description></item>`,
    )
    .join('')}</channel></rss>`;

export const atom = (at: string, what: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atom News</title><id>${at}</id><updated>2024-01-01T00:00:00Z</updated><entry><title>T</title><id>${at}/e</id><link href="${at}/e"/><updated>2024-01-01T00:00:00Z</updated><content type="html">&lt;p&gt;${said(what)}&lt;/p&gt;</content></entry></feed>`;

export const jsonFeed = (at: string, what: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'JSON News',
    items: [{ id: '1', url: `${at}/j`, content_html: `<p>${said(what)}</p>` }],
  });

export const opml = (...addresses: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="News">${addresses
    .map((address) => `<outline type="rss" text="x" xmlUrl="${address.replaceAll('&', '&amp;')}"/>`)
    .join('')}</outline></body></opml>`;
