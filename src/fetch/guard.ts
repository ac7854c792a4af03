import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { notPublic } from './faults.ts';
import { isPublic } from './public.ts';

/** Whether a person has allowed a server by its name, wherever it stands. */
export type Allowed = (host: string, port: number) => boolean;

/** Where a name leads to. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) => lookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found))));

const plain = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '');

/** @param names hosts as `localhost`, `127.0.0.1`, `::1`, or with a port as `localhost:8080`, `[::1]:8080`; without one, any port is meant */
export function allowing(names: readonly string[]): Allowed {
  const allowed = new Set(
    names.map((name) => {
      const [, host, port] = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/u.exec(name) ?? [];
      return host === undefined ? plain(name) : `${plain(host)} ${Number(port)}`;
    }),
  );
  return (host, port) => allowed.has(plain(host)) || allowed.has(`${plain(host)} ${port}`);
}

/** An address given as a number is looked up by nobody: it is checked before. @throws ReadoutError READOUT_FETCH_REFUSED */
export function checkHost(host: string, port: number, allowed: Allowed): void {
  if (isIP(host) !== 0 && !isPublic(host) && !allowed(host, port)) throw notPublic(host, host);
}

/**
 * The lookup for a socket: what it gives is what the socket connects to, so that a name cannot lead to one place when it is checked and
 * to another when it is used. One private address among several refuses them all.
 */
export function guardedLookup(resolve: Resolve, port: number, allowed: Allowed): LookupFunction {
  return (name, options, callback) => {
    const host = plain(name);
    resolve(host).then(
      (found) => {
        const refused = allowed(host, port) ? undefined : found.find(({ address }) => !isPublic(address));
        const wanted = options.family === 4 || options.family === 6 ? found.filter(({ family }) => family === options.family) : found;
        const [first] = wanted;
        if (refused !== undefined) callback(notPublic(host, refused.address), '', 0);
        else if (first === undefined) callback(Object.assign(new Error(`No address for ${host}`), { code: 'ENOTFOUND' }), '', 0);
        else if (options.all) callback(null, [...wanted]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
