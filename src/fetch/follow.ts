import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ReadoutError } from '../error.ts';
import { version } from '../version.ts';
import { addressOf, hostOf } from './address.ts';
import { bodyOf, codings } from './body.ts';
import { failed, overFetchLimit } from './faults.ts';
import { hop, type Reach } from './hop.ts';
import type { Hosts } from './hosts.ts';
import type { FetchLimits } from './limits.ts';

/** The name that a robots.txt can speak to. */
export const agent = 'Readout';

/** What every request needs. */
export interface Line extends Reach {
  readonly hosts: Hosts;
}

/** How one address is asked for. */
export interface Asking {
  readonly limits: FetchLimits;
  /** What to do with a body that is over the limit. */
  readonly over: 'fails' | 'is cut';
  /** What is known of the answer already, by the address that gave it. */
  readonly validators: Readonly<Record<string, string>>;
  readonly validFor: string | null;
  /** Before each request, the first and those that redirects lead to. @throws what forbids it */
  permit(url: URL): Promise<void>;
}

/** An answer that leads nowhere else. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Empty unless the status is 200. */
  readonly body: Uint8Array;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What the network threw, as a ReadoutError. */
function told(error: unknown, url: URL, expired: boolean, seconds: number): unknown {
  if (error instanceof ReadoutError) return error;
  if (expired) return overFetchLimit(url.href, 'seconds', seconds);
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'its server’s name is not known',
    EAI_AGAIN: 'its server’s name cannot be looked up now',
    ECONNREFUSED: 'its server refuses the connection',
    ECONNRESET: 'its server broke off',
    Z_BUF_ERROR: 'it is cut off',
  };
  return failed(url.href, known[code ?? ''] ?? `${code ?? ''} ${message ?? error}`.trim(), error);
}

/** A header's words as they were meant: Node has read its bytes as Latin-1, most servers write UTF-8. */
function words(header: string): string {
  const utf8 = Buffer.from(header, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? header : utf8;
}

type Step = { readonly to: URL } | { readonly answer: Answer };

async function step(url: URL, message: IncomingMessage, { limits, over }: Asking): Promise<Step> {
  const status = message.statusCode ?? 0;
  const { headers } = message;
  if (redirects.has(status) && headers.location !== undefined) {
    message.destroy();
    return { to: addressOf(words(headers.location), url) };
  }
  if (status === 200) return { answer: { url, status, headers, body: await bodyOf(message, url.href, limits.bytes, over) } };
  message.destroy();
  return { answer: { url, status, headers, body: new Uint8Array() } };
}

/**
 * Asks for an address and goes where its redirects lead, each checked as the first was.
 * @throws ReadoutError READOUT_FETCH_ADDRESS, READOUT_FETCH_REFUSED, READOUT_FETCH_LIMIT, READOUT_FETCH_FAILED, and what `permit` throws
 */
export async function follow(first: URL, asking: Asking, line: Line): Promise<Answer> {
  const { seconds, redirects: most } = asking.limits;
  let url = first;
  let left = seconds * 1000;
  for (let count = 0; count <= most; count++) {
    const now = url;
    await asking.permit(now);
    const headers = {
      'User-Agent': `${agent}/${version}`,
      Accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.8',
      'Accept-Language': 'en',
      'Accept-Encoding': codings,
      ...(asking.validFor === now.href ? asking.validators : {}),
    };
    const taken = await line.hosts.turn(hostOf(now), async () => {
      const start = performance.now();
      const signal = AbortSignal.timeout(Math.max(1, Math.ceil(left)));
      try {
        const message = await hop(now, headers, line, signal);
        // Aborting the request does not end a body that has begun everywhere alike: it is ended here.
        const end = () => message.destroy(new Error('too late'));
        signal.addEventListener('abort', end);
        try {
          return await step(now, message, asking);
        } finally {
          signal.removeEventListener('abort', end);
        }
      } catch (error) {
        throw told(error, now, signal.aborted, seconds);
      } finally {
        left -= performance.now() - start;
      }
    });
    if ('answer' in taken) return taken.answer;
    url = taken.to;
    if (left <= 0) throw overFetchLimit(url.href, 'seconds', seconds);
  }
  throw overFetchLimit(first.href, 'redirects', most);
}
