import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { ReadoutError } from '../../error.ts';
import { problemAnswer } from '../problem.ts';

const COOKIE = 'readout_token';
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Hashes are compared: of equal length, and in the same time wherever they differ. */
const same = (given: string | undefined, token: string): boolean => given !== undefined && timingSafeEqual(digest(given), digest(token));

const bearer = (context: Context): string | undefined => /^Bearer\s+(\S+)$/iu.exec(context.req.header('authorization') ?? '')?.[1];

/** Only who has the token comes through; a program shows it as a bearer, a browser as a cookie. */
export const tokenGuard = (token: string | null) =>
  createMiddleware(async (context, next) => {
    if (token === null || same(bearer(context), token) || same(getCookie(context, COOKIE), token)) return next();
    const told = new ReadoutError(
      'READOUT_REQUEST_TOKEN',
      'This server asks for a token.',
      'Send Authorization: Bearer …, or open the address with ?token=… once.',
    );
    return problemAnswer(context, told);
  });

/** Takes the token out of the page's address into a cookie that scripts cannot read, so that it stays in no history. */
export const tokenFromAddress = (token: string | null) =>
  createMiddleware(async (context, next) => {
    const given = context.req.query('token');
    if (token === null || given === undefined || !same(given, token)) return next();
    setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.redirect('/', 303);
  });
