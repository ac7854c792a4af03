import { readFileSync } from 'node:fs';
import { type ConnectionOptions, connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { ReadoutError } from '../error.ts';
import { JetStreamHints, type StreamOptions } from './jetstream.ts';

/** Told of the connection's ups and downs. */
export type Tell = (text: string) => void;

/**
 * One server's name without what opens it: a password may hold `/`, `@` and `:`, and a token may stand there without a scheme. What follows
 * a colon and is no port is a password of which a comma was the end.
 */
function shownServer(address: string): string {
  const given = address.trim();
  const [scheme = ''] = /^[a-z][a-z0-9+.-]{0,20}:\/\//iu.exec(given) ?? [];
  const host = given.slice(Math.max(scheme.length, given.lastIndexOf('@') + 1));
  const colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
  return `${scheme}${colon < 0 || /^:\d{1,5}\/?$/u.test(host.slice(colon)) ? host : `${host.slice(0, colon)}:…`}`;
}

/** The servers' names without what opens them. */
export const shownUrl = (url: string): string => url.split(',').map(shownServer).join(',');

const WRITE =
  'Give --nats or READOUT_NATS as nats://host:4222 or tls://host:4222. In a user, password or token write / as %2F, @ as %40, % as %25.';

/** Without its cause, which holds the whole address. */
const wrong = (url: string): ReadoutError => new ReadoutError('READOUT_USAGE', `${shownUrl(url)} is no address of NATS.`, WRITE);

/** What a file of credentials holds. */
function credentials(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ReadoutError(
      'READOUT_USAGE',
      `READOUT_NATS_CREDS names ${file}, which cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Name the file of credentials that nsc or the server’s owner made, or leave the variable out.',
      error,
    );
  }
}

/** What the address says of itself: `nats://user:password@host`, `nats://token@host`, `tls://…`; several with commas between. */
function optionsOf(url: string): ConnectionOptions {
  const urls = url.split(',').map((one) => {
    try {
      return new URL(/:\/\//.test(one) ? one.trim() : `nats://${one.trim()}`);
    } catch {
      throw wrong(one);
    }
  });
  const [first] = urls;
  // With a path or a query it is one whose password has a slash or a question mark: the user's name would be taken for the host.
  const isServer = ({ protocol, host, pathname, search, hash }: URL) =>
    /^(?:nats|tls):$/u.test(protocol) && host !== '' && /^\/?$/u.test(`${pathname}${search}${hash}`);
  if (first === undefined || !urls.every(isServer)) throw wrong(url);
  const [user = '', pass = ''] = [first.username, first.password].map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      throw wrong(url);
    }
  });
  const creds = process.env.READOUT_NATS_CREDS;
  return {
    servers: urls.map(({ host }) => host),
    ...(first.protocol === 'tls:' ? { tls: {} } : {}),
    ...(user === '' ? {} : pass === '' ? { token: user } : { user, pass }),
    ...(creds ? { authenticator: credsAuthenticator(credentials(creds)) } : {}),
  };
}

/** How long to wait between two tries, in milliseconds, by how long the connection has been lost. */
class Waits {
  #lost: number | null = null;

  /** The client asks for it before and after each wait, so that it must not grow by being asked. */
  readonly next = (): number => {
    this.#lost ??= Date.now();
    return Math.min(10_000, Math.max(100, (Date.now() - this.#lost) / 4)) * (0.75 + Math.random() / 2);
  };

  reset(): void {
    this.#lost = null;
  }
}

/** Follows the connection, and tells when it is lost and when it is back. */
async function follow(connection: NatsConnection, hints: JetStreamHints, waits: Waits, tell: Tell): Promise<void> {
  let lost = false;
  for await (const { type } of connection.status()) {
    if (type === 'disconnect' && !lost) {
      lost = true;
      hints.up = false;
      tell('NATS is away; trying again until it is back');
    } else if (type === 'reconnect') {
      lost = false;
      hints.up = true;
      waits.reset();
      tell('NATS is back');
    }
  }
}

/**
 * Connects, and stays so: a connection that is lost is sought for ever.
 * @throws ReadoutError READOUT_WORK_UNREACHABLE where it cannot be had now, READOUT_USAGE
 */
export async function openHints(url: string, options: StreamOptions, tell: Tell): Promise<JetStreamHints> {
  const waits = new Waits();
  const given = optionsOf(url);
  try {
    const connection = await connect({
      ...given,
      name: 'readout',
      timeout: 5000,
      reconnect: true,
      maxReconnectAttempts: -1,
      reconnectDelayHandler: waits.next,
      // A cut line may be silent: it is known for cut well before the server gives its hints to others.
      pingInterval: Math.max(500, Math.min(10_000, options.answerWithin / 4)),
      maxPingOut: 2,
      ignoreAuthErrorAbort: true,
    });
    const hints = new JetStreamHints(connection, options);
    waits.reset();
    void follow(connection, hints, waits, tell).catch(() => undefined);
    return hints;
  } catch (error) {
    throw unreachable(url, error);
  }
}

export const unreachable = (url: string, error: unknown): ReadoutError =>
  error instanceof ReadoutError
    ? error
    : new ReadoutError(
        'READOUT_WORK_UNREACHABLE',
        `NATS at ${shownUrl(url)} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
        'Check --nats and that the server runs with JetStream (nats-server -js).',
        error,
      );
