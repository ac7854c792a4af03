/** Rules of a robots.txt for one caller (RFC 9309). */
export interface RobotsRules {
  readonly rules: readonly { readonly allow: boolean; readonly path: string }[];
  /** Seconds between two requests; no part of the standard, but what many ask for. */
  readonly delay: number | null;
}

export const freeOfRules: RobotsRules = { rules: [], delay: null };

interface Group {
  readonly agents: string[];
  readonly rules: { allow: boolean; path: string }[];
  delay: number | null;
}

/** A path in one spelling: what need not be escaped is not, what must be is, in capitals. */
const spelled = (path: string): string =>
  path
    .replace(/[^\x21-\x7e]+/gu, (odd) => encodeURIComponent(odd.toWellFormed()))
    .replace(/%[0-9a-f]{2}/giu, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/u.test(character) ? character : escaped.toUpperCase();
    });

/** Groups in their order: lines that name agents, then what holds for them. Lines that say nothing known end no group. */
function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const line of text.replace(/^\ufeff/u, '').split(/[\r\n]/u)) {
    const bare = (line.split('#', 1)[0] ?? '').trim();
    const at = bare.indexOf(':');
    if (at < 0) continue;
    const [field, value] = [bare.slice(0, at).trim().toLowerCase(), bare.slice(at + 1).trim()];
    if (field === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], delay: null });
      naming = true;
      groups.at(-1)?.agents.push((/^(?:\*|[A-Za-z_-]+)/u.exec(value)?.[0] ?? '').toLowerCase());
      continue;
    }
    if (field !== 'allow' && field !== 'disallow' && field !== 'crawl-delay') continue;
    naming = false;
    const group = groups.at(-1);
    if (group === undefined) continue;
    if (field === 'crawl-delay') group.delay = /^\d{1,6}(?:\.\d{1,6})?$/u.test(value) ? Number(value) : null;
    // An empty path is no rule.
    else if (value !== '') group.rules.push({ allow: field === 'allow', path: spelled(value) });
  }
  return groups;
}

/** What a robots.txt says to a caller of this name: all groups that name it, else those for everybody. */
export function robotsRules(text: string, agent: string): RobotsRules {
  const groups = groupsOf(text);
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const mine = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  return { rules: mine.flatMap(({ rules }) => rules), delay: mine.find(({ delay }) => delay !== null)?.delay ?? null };
}

/** `*` stands for anything, `$` at the end for the end; each part is looked for once, from where the one before ended. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$');
  const [first = '', ...rest] = (ends ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = ends ? rest.pop() : undefined;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!ends) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** Whether an address may be asked for: the longest rule that matches decides, and of two equally long ones the kinder. */
export function mayFetch({ rules }: RobotsRules, url: URL): boolean {
  const path = spelled(url.pathname + url.search);
  if (url.pathname === '/robots.txt') return true;
  let [length, allow] = [-1, true];
  for (const rule of rules) {
    if (rule.path.length < length || (rule.path.length === length && (allow || !rule.allow)) || !matches(rule.path, path)) continue;
    [length, allow] = [rule.path.length, rule.allow];
  }
  return allow;
}
