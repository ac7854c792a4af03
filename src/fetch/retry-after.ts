/** A day: what asks for more is not meant, or not for a person's ears. */
const MOST = 24 * 60 * 60 * 1000;

/**
 * When a server wants to be asked again, in milliseconds since 1970; null where it does not say so, or not in a form of RFC 9110.
 * @example retryAt('120', 0) // 120000
 */
export function retryAt(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  const at = /^\d{1,10}$/u.test(text)
    ? now + Number(text) * 1000
    : /^[A-Z][a-z]{2,8},? [\w: -]{10,40}$/u.test(text)
      ? Date.parse(text)
      : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + MOST);
}
