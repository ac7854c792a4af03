import { resolve } from 'node:path';
import type { Reading } from '../reading/schema.ts';
import { hashOfText } from './ids.ts';
import type { PrintingTable } from './tables.ts';

type Described = Omit<PrintingTable, 'id' | 'document' | 'seen'>;

const isAddress = (uri: string): boolean => /^[a-z][a-z0-9+.-]{1,20}:\/\//iu.test(uri);

/** The address without its fragment, which never leads to another text. */
function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/**
 * Where a text stands for good: its own address; else the file, with the caller's id for one of many in it. A line that has no id has no
 * lasting place: its number changes when another is put before it.
 */
function addressOf({ url, input }: Reading['document']): string | null {
  if (url !== null) return withoutFragment(url);
  if (input.uri === null) return null;
  if (input.record === null) return input.uri;
  return input.id === null ? null : `${input.uri}#${input.id}`;
}

/** A file's name as it is from every folder. */
export const lastingUri = (uri: string | null): string | null => (uri === null || isAddress(uri) ? uri : resolve(uri));

/** A reading's own description of where it was printed. @param original hash of the bytes */
export function printingOf({ document }: Reading, original: string): Described {
  const { input, url, outlet, title, byline, published, dateline, language } = document;
  const description = [input.uri, input.id, url, outlet, title, byline, published, dateline, language];
  return {
    key: hashOfText(JSON.stringify(description)).slice(0, 32),
    uri: input.uri,
    input: input.id,
    record: input.record,
    address: addressOf(document),
    url,
    outlet,
    title,
    byline: JSON.stringify(byline),
    published,
    dateline,
    language,
    original,
  };
}

/** A text sorts before its lack. */
const order = (value: string | null): string => (value === null ? '\u{10ffff}' : value);

/**
 * A document printed several times is read as its first printing has it: the date decides what "on Monday" means. Ties are broken by what
 * stands in the readings, so that the choice depends on nothing but them. @returns whether `one` leads `other`
 */
export function leads(one: Reading, other: Reading): boolean {
  for (const field of ['published', 'url', 'outlet', 'title'] as const) {
    const [a, b] = [order(one.document[field]), order(other.document[field])];
    if (a !== b) return a < b;
  }
  return JSON.stringify(withoutInput(one)) < JSON.stringify(withoutInput(other));
}

const nowhere = { id: null, uri: null, record: null } as const;

/** The reading as kept: where it was found is a matter of its printings. */
export const withoutInput = (reading: Reading): Reading => ({ ...reading, document: { ...reading.document, input: nowhere } });
