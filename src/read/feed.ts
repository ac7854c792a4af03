import { ReadoutError } from '../error.ts';
import { cleanByline } from './byline.ts';
import { decode } from './charset.ts';
import { isoDate } from './dates.ts';
import { readHtml } from './html.ts';
import { checkLength, longestPage } from './limits.ts';
import { tidy } from './metadata.ts';
import type { Reader, ReadOptions } from './reader.ts';
import { attempt, type ReadResult } from './result.ts';
import { type Known, readText } from './text.ts';

type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing => (typeof value === 'object' && value !== null ? (value as Thing) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** A text, or the text inside Atom's `{ value, type }`. */
const words = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value : thing(value)['value'];
  return typeof text === 'string' && text.trim() !== '' ? text : null;
};
const first = (...values: unknown[]): string | null => values.map(words).find((value) => value !== null) ?? null;
const plain = (markup: string | null): string | null => (markup === null ? null : tidy(markup.replace(/<[^<>]{0,300}>/gu, '')) || null);

/** What an item of RSS, RDF, Atom or JSON Feed says, under one set of names. */
interface Item extends Known {
  readonly id: string | null;
  readonly markup: string | null;
  readonly text: string | null;
}

const linkOf = (item: Thing): string | null => {
  const links = list(item['links']).map(thing);
  return first(links.find((l) => (l['rel'] ?? 'alternate') === 'alternate')?.['href'], item['link'], item['url'], item['external_url']);
};

function itemOf(value: unknown, outlet: string | null): Item {
  const item = thing(value);
  const dc = thing(item['dc']);
  const authors = [...list(item['authors']), ...list(dc['creators'])]
    .map((author) => first(author, thing(author)['name']))
    .filter((name) => name !== null);
  const date = first(item['pubDate'], item['published'], item['date_published'], list(dc['dates'])[0], item['updated']);
  const url = linkOf(item);
  return {
    id: first(item['guid'], item['id'], url),
    url,
    outlet,
    title: plain(first(item['title'])),
    published: date === null ? null : isoDate(date),
    // without names, what the text itself says stands
    ...(authors.length > 0 ? { byline: authors.flatMap(cleanByline) } : {}),
    markup: first(thing(item['content'])['encoded'], item['content_html'], item['content'], item['description'], item['summary']),
    text: first(item['content_text']),
  };
}

const itemsIn = (feed: Thing): readonly unknown[] => [...list(feed['items']), ...list(feed['entries'])];

function* readItems(feed: Thing, options: ReadOptions): Iterable<ReadResult> {
  const outlet = plain(first(feed['title']));
  for (const [record, value] of itemsIn(feed).entries()) {
    if (options.records !== undefined && !options.records.includes(record)) continue;
    const item = itemOf(value, outlet);
    const input = { id: item.id, uri: options.input.uri, record };
    yield attempt(input, () => {
      const content = item.markup ?? item.text ?? '';
      const isMarkup = item.markup !== null && /<[a-z!/]|&[#a-z]/iu.test(content);
      // the item's HTML is a text inside the feed: places in it are no places in the saved file
      return isMarkup ? { ...readHtml(content, input, item), origin: null } : readText(content, input, item);
    });
  }
}

/** @throws ReadoutError READOUT_INPUT_TOO_LARGE, READOUT_FORMAT_UNSUPPORTED */
async function parsed(bytes: Uint8Array, options: ReadOptions): Promise<Thing> {
  checkLength(bytes.length, longestPage, options.input.uri ?? 'The feed');
  const source = decode(bytes, options).text;
  const { parseFeed } = await import('feedsmith');
  try {
    return thing(parseFeed(source).feed);
  } catch (error) {
    throw new ReadoutError(
      'READOUT_FORMAT_UNSUPPORTED',
      `${options.input.uri ?? 'The input'} is no feed that can be read.`,
      'Check that it is RSS, Atom, RDF or JSON Feed and was downloaded whole.',
      error,
    );
  }
}

async function* read(bytes: Uint8Array, options: ReadOptions): AsyncIterable<ReadResult> {
  yield* readItems(await parsed(bytes, options), options);
}

/** Where each item says that its article stands, as it is written; null where it does not. @throws ReadoutError as reading the feed does */
export const linksIn = async (bytes: Uint8Array, options: ReadOptions): Promise<readonly (string | null)[]> =>
  itemsIn(await parsed(bytes, options)).map((item) => linkOf(thing(item)));

/** RSS, Atom, RDF and JSON feeds: each item a document, from its content or else its description. */
export const feedReader: Reader = {
  name: 'feed',
  detects: (head) =>
    /^(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,2000}-->\s{0,99}|<\?xml-stylesheet[^>]{0,300}>\s{0,99}|<!DOCTYPE rss[^>]{0,300}>\s{0,99}){0,4}<(?:rss|feed|rdf:RDF)\b/iu.test(
      head,
    ) || /^(?:\xef\xbb\xbf)?\s{0,99}\{[^{}]{0,400}"version"\s{0,9}:\s{0,9}"https?:\\?\/\\?\/jsonfeed\.org/u.test(head),
  read,
};
