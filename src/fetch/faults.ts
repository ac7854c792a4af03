import { ReadoutError } from '../error.ts';
import type { FetchLimits } from './limits.ts';

/** When a server that sends callers away wants to be asked again; the cause of READOUT_FETCH_LATER. */
export class RetryAfter {
  /** Milliseconds since 1970. */
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

export const noAddress = (address: string, why: string): ReadoutError =>
  new ReadoutError(
    'READOUT_FETCH_ADDRESS',
    `${address} ${why}.`,
    'Give an address that begins with http:// or https://, without a user name.',
  );

export const notPublic = (host: string, ip: string): ReadoutError =>
  new ReadoutError(
    'READOUT_FETCH_REFUSED',
    host === ip ? `${host} is no public address.` : `${host} is at ${ip}, which is no public address.`,
    `If you mean a server of your own, allow it by its name: --allow-host ${host}.`,
  );

export function overFetchLimit(url: string, limit: keyof FetchLimits, value: number): ReadoutError {
  const told: Record<keyof FetchLimits, readonly [message: string, flag: string]> = {
    bytes: [`gives more than ${value} bytes`, '--most-download'],
    seconds: [`has not answered in full after ${value} seconds`, '--most-seconds'],
    redirects: [`leads on more than ${value} times`, '--most-redirects'],
  };
  const [message, flag] = told[limit];
  return new ReadoutError('READOUT_FETCH_LIMIT', `${url} ${message}.`, `If you trust it, raise ${flag}.`);
}

export const badStatus = (url: string, status: number): ReadoutError =>
  new ReadoutError(
    'READOUT_FETCH_STATUS',
    `${url} answers ${status}.`,
    status === 404 || status === 410
      ? 'Nothing is there: check the address.'
      : status === 401 || status === 403
        ? 'It is not for everybody: save the page from a browser and read the file.'
        : 'Try again later.',
  );

export const later = (url: string, status: number, at: number): ReadoutError =>
  new ReadoutError(
    'READOUT_FETCH_LATER',
    `${url} answers ${status}: ask again after ${new Date(at).toISOString()}.`,
    'Wait until then, and ask less often.',
    new RetryAfter(at),
  );

export const forbidden = (url: string): ReadoutError =>
  new ReadoutError(
    'READOUT_FETCH_ROBOTS',
    `${url}: its server’s robots.txt forbids it.`,
    'Ask the publisher, or save the page by hand and read the file.',
  );

export const failed = (url: string, why: string, cause?: unknown): ReadoutError =>
  new ReadoutError('READOUT_FETCH_FAILED', `${url} cannot be fetched: ${why}.`, 'Check the address and the network, and try again.', cause);
