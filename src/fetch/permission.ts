import { hostOf } from './address.ts';
import { failed, forbidden, later } from './faults.ts';
import { type Asking, agent, follow, type Line } from './follow.ts';
import type { FetchLimits } from './limits.ts';
import { retryAt } from './retry-after.ts';
import { freeOfRules, mayFetch, type RobotsRules, robotsRules } from './robots.ts';

/** The standard asks for a limit of at least 500 KiB; the rest of a longer file is not read. */
const LONGEST = 512 * 1024;
/** The standard asks for no more than a day. */
const LASTS = 24 * 60 * 60 * 1000;
const MOST_REDIRECTS = 5;
/** Some ask for minutes between two requests: beyond this the wait helps nobody. */
const LONGEST_REST = 30_000;

/** Asks each server once a day what it allows, and holds to it. */
export class Permission {
  readonly #line: Line;
  readonly #limits: FetchLimits;
  readonly #now: () => number;
  readonly #known = new Map<string, { readonly rules: Promise<RobotsRules>; readonly until: number }>();

  constructor(line: Line, limits: FetchLimits, now: () => number) {
    this.#line = line;
    this.#limits = limits;
    this.#now = now;
  }

  /** @throws ReadoutError READOUT_FETCH_ROBOTS, or what keeps robots.txt from being read: a server that is silent there allows nothing */
  async check(url: URL): Promise<void> {
    const known = this.#known.get(url.origin);
    let rules = known?.rules;
    if (known === undefined || rules === undefined || known.until < this.#now()) {
      rules = this.#ask(new URL('/robots.txt', url));
      this.#known.set(url.origin, { rules, until: this.#now() + LASTS });
      // A server that could not be asked is asked again.
      rules.catch(() => this.#known.delete(url.origin));
    }
    if (!mayFetch(await rules, url)) throw forbidden(url.href);
  }

  async #ask(url: URL): Promise<RobotsRules> {
    const asking: Asking = {
      limits: { ...this.#limits, bytes: LONGEST, redirects: MOST_REDIRECTS },
      over: 'is cut',
      validators: {},
      validFor: null,
      permit: async () => undefined,
    };
    const { status, headers, body } = await follow(url, asking, this.#line);
    if (status === 429 || status === 503) {
      const at = retryAt(headers['retry-after'], this.#now());
      if (at !== null) throw later(url.href, status, at);
    }
    if (status === 429 || status >= 500) throw failed(url.href, `it answers ${status}, so that nobody knows what may be fetched`);
    if (status !== 200) return freeOfRules;
    const rules = robotsRules(new TextDecoder().decode(body), agent);
    if (rules.delay !== null) this.#line.hosts.rest(hostOf(url), Math.min(rules.delay * 1000, LONGEST_REST));
    return rules;
  }
}
