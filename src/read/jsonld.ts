import { tidy } from './metadata.ts';

/** What schema.org markup says of the article, as written. */
export interface LinkedData {
  /** The headline and the name, where they differ: some pages put a description or the outlet into one of them. */
  readonly headlines: readonly string[];
  readonly body: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
}

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const words = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value : isThing(value) && typeof value['@value'] === 'string' ? value['@value'] : null;
  return text === null || text.trim() === '' ? null : tidy(text);
};

const articleType = /(?:article|posting|report|review|liveblog|newsitem|story)/iu;
const types = (thing: Thing): string[] => list(thing['@type']).filter((type) => typeof type === 'string');
const isArticle = (thing: Thing): boolean =>
  types(thing).some((type) => articleType.test(type) && !/^(?:web|faq|collection|item)/iu.test(type));

/** JSON as pages write it: wrapped in CDATA or a comment, with raw line breaks in strings, with commas too many. */
function parseLoosely(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/[/*]\s*)?<!(?:\[CDATA\[|--)(?:\s*\*?\/)?/u, '')
    .replace(/(?:\/[/*]\s*)?(?:\]\]|--)>(?:\s*\*\/)?\s*;?$/u, '');
  for (const attempt of [
    bare,
    bare.replace(/[\0-\x1f]+/gu, ' '),
    bare
      .replace(/[\0-\x1f]+/gu, ' ')
      .replace(/,\s{0,99}([\]}])/gu, '$1')
      .replace(/;\s*$/u, ''),
  ]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // the next, more forgiving form
    }
  }
  return null;
}

/** All objects in a value, outer before inner; `limit` keeps a hostile page from growing without end. */
function things(roots: readonly unknown[], limit = 5000): Thing[] {
  const found: Thing[] = [];
  const todo: { value: unknown; depth: number }[] = roots.map((value) => ({ value, depth: 0 }));
  for (let i = 0; i < todo.length && found.length < limit; i++) {
    const { value, depth } = todo[i] ?? { value: null, depth: 0 };
    if (depth > 12) continue;
    if (isThing(value)) {
      found.push(value);
      for (const inner of Object.values(value))
        if (typeof inner === 'object' && inner !== null) todo.push({ value: inner, depth: depth + 1 });
    } else if (Array.isArray(value)) for (const inner of value) todo.push({ value: inner, depth: depth + 1 });
  }
  return found;
}

function names(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  return list(value).flatMap((one) => {
    const plain = words(one);
    if (plain !== null) return [plain];
    if (!isThing(one)) return [];
    // WordPress writes { "@id": … } and the person elsewhere in the graph
    const thing = one['name'] === undefined && typeof one['@id'] === 'string' ? (byId.get(one['@id']) ?? one) : one;
    return list(thing['name'])
      .map(words)
      .filter((name) => name !== null);
  });
}

const address = (value: unknown): string | null => words(isThing(value) ? (value['@id'] ?? value['url']) : value);

/** The article among a page's JSON-LD blocks; null where there is none. */
export function readLinkedData(blocks: readonly string[]): LinkedData | null {
  const all = things(blocks.map(parseLoosely));
  const byId = new Map<string, Thing>();
  for (const thing of all)
    if (typeof thing['@id'] === 'string' && thing['name'] !== undefined && !byId.has(thing['@id'])) byId.set(thing['@id'], thing);
  const articles = all.filter(isArticle);
  const score = (thing: Thing): number =>
    ((thing['headline'] ?? thing['name']) ? 2 : 0) +
    (thing['datePublished'] ? 2 : 0) +
    (thing['author'] ? 1 : 0) +
    (types(thing).some((t) => /news/iu.test(t)) ? 1 : 0);
  const best = articles.reduce<Thing | null>((a, b) => (a !== null && score(a) >= score(b) ? a : b), null);
  if (best === null) return null;
  return {
    headlines: [words(best['headline']), words(best['name'])].filter((title) => title !== null),
    body: words(best['articleBody']),
    authors: names(best['author'] ?? best['creator'], byId),
    published: words(best['datePublished']) ?? words(best['dateCreated']),
    publisher: names(best['publisher'], byId)[0] ?? null,
    url: address(best['url']) ?? address(best['mainEntityOfPage']),
  };
}
