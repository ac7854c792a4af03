import { createMiddleware } from 'hono/factory';
import { ReadoutError } from '../../error.ts';
import { problemAnswer } from '../problem.ts';

const changes = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const forbidden = (message: string): ReadoutError =>
  new ReadoutError(
    'READOUT_REQUEST_FORBIDDEN',
    message,
    'Open the page at its own address; a program sends no Origin, or the server’s own.',
  );

/**
 * What other sites' pages make a browser send is refused. A browser tells of itself where a request comes from (Sec-Fetch-Site, Origin);
 * what tells nothing is a program, which no page can steer.
 */
export const originGuard = createMiddleware(async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return problemAnswer(context, forbidden('The request comes from another site’s page.'));
  const origin = context.req.header('origin');
  // Behind a proxy that ends TLS the browser’s origin is https, and ours http: what counts is the host.
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (origin !== undefined && changes(context.req.method) && origin !== `http://${host}` && origin !== `https://${host}`)
    return problemAnswer(context, forbidden('The request’s Origin is not this server.'));
  return next();
});

/** A form of another site can be sent without asking first, but never as JSON. */
export const jsonGuard = createMiddleware(async (context, next) => {
  const type = context.req.header('content-type');
  const hasBody = changes(context.req.method) && (type !== undefined || context.req.header('content-length') !== undefined);
  if (!hasBody || context.req.header('content-length') === '0' || /^application\/json\s*(?:;|$)/iu.test(type ?? '')) return next();
  const told = new ReadoutError('READOUT_REQUEST_INVALID', 'The body is not sent as JSON.', 'Send it with Content-Type: application/json.');
  return problemAnswer(context, told);
});
