import { ReadoutError } from '../error.ts';
import { linksIn } from '../read/feed.ts';
import { isWebAddress } from './is-web-address.ts';
import type { Limits } from './limits.ts';
import { type Follow, problem } from './offers.ts';
import { content, type Get, visits } from './web.ts';

/** Of one feed; a feed that links to more is no list of news. */
const MOST = 1000;

/** The address of a link, which may be written as seen from the feed's own; null where it is none of the web. */
function addressOf(link: string | null, feed: string): string | null {
  if (link === null) return null;
  try {
    const url = new URL(link, isWebAddress(feed) ? feed : undefined);
    return isWebAddress(url.href) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Reads a feed's items from the pages that they link to, each page once: of an article a feed often has the first words. An item that has no
 * link, or whose page cannot be had, is read as the feed has it.
 */
export const following = (get: Get, limits: Limits): Follow =>
  async function* (feed) {
    const uri = feed.input.uri ?? '';
    let links: readonly (string | null)[];
    try {
      links = await linksIn(feed.bytes, { input: feed.input });
    } catch {
      // What is wrong with it is told where it is read.
      yield feed;
      return;
    }
    const records = new Map<string, number[]>();
    const asFed: number[] = [];
    for (const [record, link] of links.entries()) {
      const address = addressOf(link, uri);
      if (address === null) asFed.push(record);
      else records.set(address, [...(records.get(address) ?? []), record]);
    }
    const all = [...records.keys()];
    for await (const visit of visits(
      all.slice(0, MOST).map((address) => ({ address })),
      get,
    )) {
      if ('error' in visit) {
        asFed.push(...(records.get(visit.address) ?? []));
        yield problem(visit.error, visit.address);
      } else if (visit.fetched !== null) yield* content(visit.address, visit.fetched, limits, null);
    }
    if (all.length > MOST) {
      asFed.push(...all.slice(MOST).flatMap((address) => records.get(address) ?? []));
      yield problem(
        new ReadoutError(
          'READOUT_FETCH_LIMIT',
          `${uri} links to more than ${MOST} pages.`,
          'The first are followed; its other items are read as they stand in it.',
        ),
        uri,
      );
    }
    if (asFed.length === links.length) yield feed;
    else if (asFed.length > 0) yield { ...feed, records: asFed.sort((a, b) => a - b) };
  };
