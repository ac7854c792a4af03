import { isIP } from 'node:net';
import { createMiddleware } from 'hono/factory';
import { ReadoutError } from '../../error.ts';
import { problemAnswer } from '../problem.ts';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Without the brackets of IPv6. */
const bare = (name: string): string => name.replace(/^\[|\]$/g, '');

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Whether a Host header names this server. A page whose name an attacker points at 127.0.0.1 (DNS rebinding) would be of our origin for the
 * browser: it is told from ours by its name alone. An address written in digits cannot be pointed anywhere else.
 */
export function namesUs(host: string, bound: string, names: readonly string[]): boolean {
  let name: string;
  try {
    name = new URL(`http://${host}`).hostname;
  } catch {
    return false;
  }
  if (loopback.has(name)) return true;
  if (isLoopback(bound)) return name === bound;
  return isIP(bare(name)) !== 0 || name === bound.toLowerCase() || names.includes(name);
}

export const hostGuard = (bound: string, names: readonly string[]) =>
  createMiddleware(async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (namesUs(host, bound, names)) return next();
    const told = new ReadoutError(
      'READOUT_REQUEST_FORBIDDEN',
      'This server does not go by the name that the request has as its host.',
      'Use the address that readout serve printed; a name of your own is allowed with --name.',
    );
    return problemAnswer(context, told);
  });
