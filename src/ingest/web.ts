import type { Fetched } from '../fetch/fetcher.ts';
import { readerFor } from '../read/reader.ts';
import type { Task } from '../work/task.ts';
import { ahead } from './ahead.ts';
import { type Limits, Meter } from './limits.ts';
import { type Follow, offersIn, problem } from './offers.ts';
import { feedsIn, isOpml } from './opml.ts';
import type { Address } from './sources.ts';
import { alone } from './warc.ts';

/** Asks for an address; null where there is nothing new. Rejects with a ReadoutError READOUT_FETCH_…. */
export type Get = (address: string) => Promise<Fetched | null>;

/** What came of an address. */
export type Visit = Address & ({ readonly fetched: Fetched | null } | { readonly error: unknown });

/** So many servers are asked at a time, while what came of earlier ones is read: answers are held in memory. */
const AT_ONCE = 4;

/** Asks for addresses, some at a time, and gives what came in their order. */
export const visits = (addresses: Iterable<Address>, get: Get): AsyncGenerator<Visit> =>
  ahead(addresses, AT_ONCE, (address) =>
    get(address.address).then(
      (fetched): Visit => ({ ...address, fetched }),
      (error: unknown): Visit => ({ ...address, error }),
    ),
  );

const packed = (bytes: Uint8Array): boolean => (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);

const charsetOf = (contentType: string | null): string =>
  /charset\s{0,9}=\s{0,9}["']?([\w:.+-]{1,40})/iu.exec(contentType ?? '')?.[1] ?? '';

/** The type of a single page, with its character set; null for a feed, an archive and the like, which tell by themselves what they are. */
function pageType({ bytes, url, contentType }: Fetched): string | null {
  if (packed(bytes) || isOpml(bytes)) return null;
  const reader = readerFor('auto', bytes.subarray(0, 65_536), new URL(url).pathname).name;
  const type = (contentType ?? '').toLowerCase();
  const page = reader === 'html' || (reader === 'text' && type.includes('html')) ? 'text/html' : null;
  const name = page ?? (reader === 'text' && type.startsWith('text/') ? 'text/plain' : null);
  const charset = charsetOf(contentType);
  return name === null || charset === '' ? name : `${name}; charset=${charset}`;
}

/**
 * A page becomes a record of a web archive, so that the address and character set that it came with are kept and read with it. Of the
 * answer's head nothing else is: a date in it would make every fetch of one page another original.
 */
const pageTask = (address: string, { url, bytes }: Fetched, contentType: string): Task => ({
  kind: 'file',
  from: 'warc',
  bytes: new Uint8Array(alone({ type: 'resource', id: null, url, contentType, block: bytes })),
  input: { id: null, uri: address, record: null },
});

/** What an answer holds: a page, the items of a feed, what is in an archive. */
export async function* content(address: string, fetched: Fetched, limits: Limits, follow: Follow | null): AsyncGenerator<Task> {
  const type = fetched.bytes.length === 0 ? null : pageType(fetched);
  if (type !== null) {
    yield pageTask(address, fetched, type);
    return;
  }
  async function* open() {
    yield fetched.bytes;
  }
  yield* offersIn({ uri: address, path: null, depth: 0, meter: new Meter(limits, address), follow, open, read: () => undefined });
}

/**
 * Everything that an address offers: a page, the items of a feed, what is in an archive; a list of feeds stands for its feeds. What went
 * wrong is offered too, as a problem in its place.
 */
export async function* offersOfVisit(visit: Visit, get: Get, limits: Limits, follow: Follow | null = null): AsyncGenerator<Task> {
  const { address } = visit;
  if ('error' in visit) {
    yield problem(visit.error, address);
    return;
  }
  const { fetched } = visit;
  if (fetched === null) return;
  if (visit.listed || !isOpml(fetched.bytes)) {
    yield* content(address, fetched, limits, follow);
    return;
  }
  let feeds: readonly Address[];
  try {
    feeds = (await feedsIn(fetched.bytes, address)).map((feed) => ({ address: feed, listed: true }));
  } catch (error) {
    yield problem(error, address);
    return;
  }
  for await (const inner of visits(feeds, get)) yield* offersOfVisit(inner, get, limits, follow);
}
