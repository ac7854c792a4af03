import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const story =
  'The minister said on Monday that talks with Kim would go on. “We are ready,” she told reporters in Paris, according to the Interior Ministry.';

export const pages: readonly Uint8Array[] = [
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks &amp; tea - Gazette</title><meta name="author" content="Jane Doe and John Roe"><meta property="article:published_time" content="2020-01-15T10:00:00Z"><link rel="canonical" href="https://a.example/b"></head><body><nav><a href="/">Home</a></nav><article><h1>Talks &amp; tea</h1><p class="byline">By <a rel="author" href="/jd">Jane Doe</a></p><time datetime="2020-01-15">15 January</time><p>${story}</p><p>&#8220;No,&#8221; he said&nbsp;&mdash; twice.</p><ul><li>One point</li><li>Another</li></ul><blockquote>Words of another.</blockquote></article><footer>Read more</footer></body></html>`,
  `<html><head><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Talks","author":[{"@type":"Person","name":"Jane Doe"}],"datePublished":"2020-01-15","publisher":{"name":"Gazette"}}</script></head><body><div><p>${story}</p><table><tr><td>cell<td>cell</table><p>${story}<br>and<br><br>so on</div></body>`,
  `<p>${story}<p>${story}<svg><title>x</title><foreignObject><p>inside</p></foreignObject></svg><math><mi>a</mi><annotation-xml encoding="text/html"><p>b</p></annotation-xml></math><template><p>hidden</p></template><select><option>a</select><noscript><p>n</p></noscript><textarea><p>t</textarea><style>p{}</style><script>1</script><plaintext>end`,
].map(utf8);

export const lines: readonly Uint8Array[] = [
  `{"id":"a","text":${JSON.stringify(story)},"title":"Talks","published":"2020-01-15","url":"https://a.example/b","outlet":"Gazette"}\n{"id":2,"html":"<p>${story.replaceAll('"', '\\"')}</p>"}\n\n{"__proto__":{"text":"x"},"text":"He said so."}\n`,
  '{"text":"\\ud83d\\ude00 she said \\u2028 no","id":null}\r\n[1,2]\nnull\n{"text":5}\n{"text":""}\n{',
].map(utf8);

export const feeds: readonly Uint8Array[] = [
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title><link>https://a.example/</link><item><title>Talks</title><link>https://a.example/b</link><guid isPermaLink="false">1</guid><pubDate>Wed, 15 Jan 2020 10:00:00 +0000</pubDate><dc:creator>Jane Doe</dc:creator><description>${story}</description><content:encoded><![CDATA[<p>${story}</p>]]></content:encoded></item><item><title>None</title></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Gazette &amp;amp; Sons</title><entry><id>urn:1</id><title>Talks</title><updated>2020-01-15T10:00:00Z</updated><author><name>Jane Doe</name></author><link rel="alternate" href="https://a.example/b"/><content type="html">&lt;p&gt;${story}&lt;/p&gt;</content><summary>Short.</summary></entry></feed>`,
  `{"version":"https://jsonfeed.org/version/1.1","title":"Gazette","items":[{"id":"1","url":"https://a.example/b","title":"Talks","content_html":"<p>He said so.</p>","date_published":"2020-01-15T10:00:00Z","authors":[{"name":"Jane Doe"}]},{"id":"2","content_text":"She said no."}]}`,
  `<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel><item><description>&c; he said &#x110000; &#0;</description></item></channel></rss>`,
].map(utf8);

const body = `<html><body><p>${story}</p></body></html>`;
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const record = (type: string, url: string, block: string): string =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-01-15T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
const chunked = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const warc = utf8(
  `${record('warcinfo', '', 'software: x\r\n')}${record('response', 'https://a.example/b', http)}${record('response', 'https://a.example/c', chunked)}`,
);

export const archives: readonly Uint8Array[] = [
  warc,
  gzipSync(warc),
  utf8(
    `filedesc://a.arc 0.0.0.0 20200115100000 text/plain 76\n1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n\nhttps://a.example/b 1.2.3.4 20200115100000 text/html ${http.length}\n${http}\n`,
  ),
];

export const gzips: readonly Uint8Array[] = [
  gzipSync(utf8(story)),
  Buffer.concat([gzipSync(utf8('a')), gzipSync(utf8('b'))]),
  gzipSync(new Uint8Array(5000)),
];

export const zips: readonly Uint8Array[] = [
  zipSync({
    'a.txt': utf8(story),
    'b/c.html': pages[1] as Uint8Array,
    '../d.txt': utf8('x'),
    '.hidden': utf8('y'),
    'e.txt.gz': gzips[0] as Uint8Array,
  }),
  zipSync({ 'a.txt': [utf8(story), { level: 0 }] }),
  zipSync({}),
];

export const texts: readonly Uint8Array[] = [
  utf8(`Talks go on\n\nBy Jane Doe\n\nPARIS, Jan 15 (Reuters) - ${story}\n\nUpdated 2020-01-15`),
  Uint8Array.of(0xff, 0xfe, 0x48, 0, 0x69, 0, 0x2e, 0),
  Uint8Array.of(0xfe, 0xff, 0, 0x48, 0, 0x69),
  Uint8Array.of(0x93, 0x48, 0x69, 0x94, 0x20, 0x73, 0x61, 0x69, 0x64),
  utf8('<?xml version="1.0" encoding="iso-2022-jp"?><html><meta charset=shift_jis><p>\u3042 he said'),
  Uint8Array.of(0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0x80, 0xc0, 0x80, 0x1b, 0x24, 0x42, 0x24),
];
