import { setTimeout as sleep } from 'node:timers/promises';
import { ReadoutError } from '../error.ts';
import { addressOf } from './address.ts';
import { badStatus, later, RetryAfter } from './faults.ts';
import { type Answer, follow, type Line } from './follow.ts';
import { allowing, type Resolve, resolveBySystem } from './guard.ts';
import { Hosts } from './hosts.ts';
import { type FetchLimits, usualFetchLimits } from './limits.ts';
import { Permission } from './permission.ts';
import { retryAt } from './retry-after.ts';

/** By what a server tells whether an answer is still good, and the address that gave it. */
export interface Validators {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Fetched {
  /** Where the redirects ended. */
  readonly url: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** For the next time; null where the server gives none. */
  readonly validators: Validators | null;
}

/** The one way out: every request of Readout goes through one of these. */
export interface Fetcher {
  /**
   * Fetches an address, politely: one connection a host, robots.txt held to, a server that asks for patience given it.
   * @param known of an earlier answer
   * @returns null where what is known is still good
   * @throws ReadoutError READOUT_FETCH_…
   */
  fetch(address: string, known?: Validators | null): Promise<Fetched | null>;
}

export interface FetcherOptions {
  /** Servers that may be asked although they are at no public address: `localhost`, `10.0.0.7:8080`. */
  readonly allowHosts?: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  /** In the system's place, for tests. */
  readonly resolve?: Resolve;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
}

const ATTEMPTS = 3;
/** So long a server that asks for patience is waited for at once; for longer the caller is told. */
const PATIENCE = 20_000;
const FIRST_WAIT = 1000;
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const one = (header: string | undefined): string | null => (header === undefined || header === '' ? null : header.slice(0, 1000));

function fetched({ url, headers, body }: Answer): Fetched {
  const [etag, lastModified] = [one(headers.etag), one(headers['last-modified'])];
  const validators = etag === null && lastModified === null ? null : { url: url.href, etag, lastModified };
  return { url: url.href, contentType: one(headers['content-type']), bytes: body, validators };
}

/** @example const page = await openFetcher({}).fetch('https://example.org/news/1') */
export function openFetcher(options: FetcherOptions): Fetcher {
  const wait = options.wait ?? ((milliseconds) => sleep(milliseconds));
  const now = options.now ?? Date.now;
  const limits = { ...usualFetchLimits, ...options.limits };
  const line: Line = { allowed: allowing(options.allowHosts ?? []), resolve: options.resolve ?? resolveBySystem, hosts: new Hosts(wait) };
  const permission = new Permission(line, limits, now);

  const once = async (url: URL, known: Validators | null): Promise<Fetched | null> => {
    const validators = {
      ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
      ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
    };
    const permit = (next: URL) => permission.check(next);
    const answer = await follow(url, { limits, over: 'fails', validators, validFor: known?.url ?? null, permit }, line);
    const { status, headers } = answer;
    if (status === 200) return fetched(answer);
    if (status === 304 && known !== null) return null;
    const at = passing.has(status) ? retryAt(headers['retry-after'], now()) : null;
    throw at === null ? badStatus(answer.url.href, status) : later(answer.url.href, status, at);
  };

  /** How long to wait before asking again; null where that would be of no use. */
  const pause = (error: unknown, attempt: number): number | null => {
    if (!(error instanceof ReadoutError) || attempt === ATTEMPTS) return null;
    if (error.cause instanceof RetryAfter) {
      const milliseconds = error.cause.at - now();
      return milliseconds <= PATIENCE ? Math.max(0, milliseconds) : null;
    }
    return (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EAI_AGAIN' ? FIRST_WAIT * 2 ** (attempt - 1) : null;
  };

  return {
    async fetch(address, known = null) {
      const url = addressOf(address);
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(url, known);
        } catch (error) {
          const milliseconds = pause(error, attempt);
          if (milliseconds === null) throw error;
          await wait(milliseconds);
        }
      }
    },
  };
}
