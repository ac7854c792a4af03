import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { hostOf, portOf } from './address.ts';
import { notPublic } from './faults.ts';
import { type Allowed, checkHost, guardedLookup, type Resolve } from './guard.ts';
import { isPublic } from './public.ts';

/** What decides where a request may go. */
export interface Reach {
  readonly allowed: Allowed;
  readonly resolve: Resolve;
}

/** Some news servers send long policies. */
const LONGEST_HEAD = 64 * 1024;

/**
 * One request and the head of its answer; a redirect is an answer like any other. Rejects with ReadoutError READOUT_FETCH_REFUSED or with
 * what the network throws.
 */
export function hop(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { allowed, resolve }: Reach,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const [host, port] = [hostOf(url), portOf(url)];
  return new Promise((done, fail) => {
    checkHost(host, port, allowed);
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    // `agent: false`: a connection of its own that ends with the answer, and no proxy out of the environment.
    const options = { agent: false, headers, lookup: guardedLookup(resolve, port, allowed), maxHeaderSize: LONGEST_HEAD, signal } as const;
    const request = send(url, options, done);
    request.on('error', fail);
    // What is connected to is checked again, whatever led there.
    request.on('socket', (socket) =>
      socket.once('connect', () => {
        const ip = socket.remoteAddress ?? '';
        if (!isPublic(ip) && !allowed(host, port)) request.destroy(notPublic(host, ip));
      }),
    );
    request.end();
  });
}
