import { noAddress } from './faults.ts';

/**
 * An address that may be asked for at all. Decimal, octal and hexadecimal hosts (http://2130706433/, http://0x7f.1/) come out as the
 * addresses that they are, since the URL standard has them so.
 * @param base what a relative address is relative to
 * @throws ReadoutError READOUT_FETCH_ADDRESS
 */
export function addressOf(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw noAddress(text.slice(0, 200), 'is no address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw noAddress(text.slice(0, 200), `is a ${url.protocol} address`);
  // A name and password in an address serve to deceive about the host, and would be kept with the document.
  if (url.username !== '' || url.password !== '') throw noAddress(`${url.protocol}//…@${url.host}`, 'carries a user name');
  if (url.port === '0') throw noAddress(url.href, 'has no port');
  url.hash = '';
  return url;
}

/** The host by which a server is known: no brackets, no dot at the end. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');

export const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port));
