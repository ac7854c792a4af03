import { ReadoutError } from '../error.ts';
import { decode } from '../read/charset.ts';
import { checkLength, longestPage } from '../read/limits.ts';

/** Whether the first bytes are those of a list of feeds: the first element is `opml`, whatever is declared before it. */
export function isOpml(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16_384)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s{0,999}</u.test(text) && /<([a-z][\w:.-]{0,40})/iu.exec(text)?.[1]?.toLowerCase() === 'opml';
}

interface Outline {
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** Addresses in their order, of outlines however deep. */
function addressesOf(outlines: readonly Outline[]): readonly string[] {
  const found = new Set<string>();
  const open = [...outlines].reverse();
  for (let outline = open.pop(); outline !== undefined; outline = open.pop()) {
    const address = outline.xmlUrl?.trim() ?? '';
    if (address !== '') found.add(address);
    for (const inner of [...(outline.outlines ?? [])].reverse()) open.push(inner);
  }
  return [...found];
}

const unfit = (where: string, what: string, cause?: unknown): ReadoutError =>
  new ReadoutError('READOUT_FORMAT_UNSUPPORTED', `${where} ${what}.`, 'Export the list of feeds again from your feed reader.', cause);

/**
 * The feeds that an OPML file lists, each once, in its order.
 * @throws ReadoutError READOUT_INPUT_TOO_LARGE, READOUT_FORMAT_UNSUPPORTED, READOUT_INPUT_EMPTY
 */
export async function feedsIn(bytes: Uint8Array, where: string): Promise<readonly string[]> {
  checkLength(bytes.length, longestPage, where);
  const { text } = decode(bytes, {});
  // No list of feeds needs to declare anything; a declaration is how XML is made to grow.
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw unfit(where, 'declares a document type, which no list of feeds needs');
  const { parseOpml } = await import('feedsmith');
  let addresses: readonly string[];
  try {
    addresses = addressesOf(parseOpml(text).body?.outlines ?? []);
  } catch (error) {
    throw unfit(where, 'is no OPML that can be read', error);
  }
  if (addresses.length > 0) return addresses;
  throw new ReadoutError('READOUT_INPUT_EMPTY', `${where} lists no feed.`, 'Feeds are outlines with an xmlUrl.');
}
