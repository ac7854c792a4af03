import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cleanByline } from '../src/read/byline.ts';
import { decode } from '../src/read/charset.ts';
import { readHtml } from '../src/read/html.ts';
import { parsePage } from '../src/read/page.ts';

/** One page with what people say is in it; null where the gold is silent. */
interface Gold {
  readonly name: string;
  readonly html: string;
  readonly body: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly byline: readonly string[] | null;
}

/** What one page scored: body F1, and right or wrong per field (null: no gold). */
export interface PageScore {
  readonly name: string;
  readonly body: number;
  readonly title: boolean | null;
  readonly published: boolean | null;
  readonly byline: boolean | null;
  readonly wrong: readonly string[];
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

function readabilityGold(folder: string): Gold[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = (part: string): string => decode(readFileSync(join(folder, name, part))).text;
      const meta = JSON.parse(file('expected-metadata.json')) as Record<string, unknown>;
      const byline = text(meta['byline']);
      return {
        name,
        html: file('source.html'),
        body: parsePage(file('expected.html')).document.body.textContent,
        title: text(meta['title']),
        published: text(meta['publishedTime']),
        byline: byline === null ? null : [byline],
      };
    });
}

interface FundusArticle {
  readonly authors?: readonly string[];
  readonly publishing_date?: string;
  readonly title?: string;
  readonly body?: {
    readonly summary: readonly string[];
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
  };
}

/** Fundus keeps an outlet's pages by date and their gold by parser version: both ascend. */
function fundusGold(folder: string): Gold[] {
  return readdirSync(folder)
    .sort()
    .flatMap((country) => {
      const files = readdirSync(join(folder, country));
      return files
        .filter((f) => f.endsWith('.json'))
        .sort()
        .flatMap((json) => {
          const outlet = json.slice(0, -5);
          const versions = Object.values(JSON.parse(readFileSync(join(folder, country, json), 'utf8')) as Record<string, FundusArticle>);
          const pages = files.filter((f) => f.startsWith(`${outlet}_`)).sort();
          return pages.map((page, i): Gold => {
            const gold = versions[i] ?? {};
            const sections = gold.body?.sections ?? [];
            const body = [...(gold.body?.summary ?? []), ...sections.flatMap((s) => [...s.headline, ...s.paragraphs])].join('\n');
            return {
              name: page.replace('.html.gz', ''),
              html: decode(gunzipSync(readFileSync(join(folder, country, page)))).text,
              body,
              title: text(gold.title),
              published: text(gold.publishing_date),
              byline: gold.authors && gold.authors.length > 0 ? gold.authors : null,
            };
          });
        });
    });
}

function shingles(words: readonly string[], size = 4): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + size <= Math.max(words.length, size); i++) {
    const shingle = words.slice(i, i + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const wordsOf = (body: string): string[] =>
  body
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 over four-word shingles, counted as often as they stand. */
export function bodyF1(mine: string, gold: string): number {
  const a = shingles(wordsOf(mine));
  const b = shingles(wordsOf(gold));
  let both = 0;
  for (const [shingle, n] of a) both += Math.min(n, b.get(shingle) ?? 0);
  const size = (m: Map<string, number>): number => [...m.values()].reduce((sum, n) => sum + n, 0);
  return size(a) + size(b) === 0 ? 1 : (2 * both) / (size(a) + size(b));
}

const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/[‘’‚′`]/gu, "'")
    .replace(/[“”„″«»]/gu, '"')
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** A title, and the same without a first or last part that a separator sets off. */
function withoutParts(title: string): string[] {
  const parts = plain(title).split(/( [|\-·:/»] |: )/u);
  return [parts.join(''), parts.slice(0, -2).join(''), parts.slice(2).join('')].filter((part) => part !== '');
}

const sameTitle = (a: string, b: string): boolean => withoutParts(a).includes(plain(b)) || withoutParts(b).includes(plain(a));

function days(value: string): string[] {
  const own = value.slice(0, 10);
  const instant = new Date(
    /T.*(?:Z|[+-]\d{2}:?\d{2})$/u.test(value.replace(' ', 'T'))
      ? value.replace(' ', 'T')
      : `${value.replace(' ', 'T').slice(0, 19)}Z`.replace(/^(.{10})Z$/u, '$1'),
  );
  return Number.isNaN(instant.getTime()) ? [own] : [own, instant.toISOString().slice(0, 10)];
}

const sameDay = (a: string, b: string): boolean => days(a).some((day) => days(b).includes(day));

const nameSet = (names: readonly string[]): string => {
  const clean = names.flatMap(cleanByline).map(plain);
  return [...new Set(clean.length > 0 ? clean : names.map(plain))].sort().join('|');
};

/** How one page was read, against its gold. */
function score(gold: Gold): PageScore {
  const wrong: string[] = [];
  const check = (field: string, mine: unknown, want: unknown, right: boolean): boolean => {
    if (!right) wrong.push(`${field}: ${JSON.stringify(mine)} for ${JSON.stringify(want)}`);
    return right;
  };
  try {
    const mine = readHtml(gold.html, { id: gold.name, uri: gold.name, record: null });
    return {
      name: gold.name,
      body: bodyF1(mine.text, gold.body),
      title: gold.title === null ? null : check('title', mine.title, gold.title, mine.title !== null && sameTitle(mine.title, gold.title)),
      published:
        gold.published === null
          ? null
          : check('published', mine.published, gold.published, mine.published !== null && sameDay(mine.published, gold.published)),
      byline: gold.byline === null ? null : check('byline', mine.byline, gold.byline, nameSet(mine.byline) === nameSet(gold.byline)),
      wrong,
    };
  } catch (error) {
    const none = (field: unknown): boolean | null => (field === null ? null : false);
    return {
      name: gold.name,
      body: 0,
      title: none(gold.title),
      published: none(gold.published),
      byline: none(gold.byline),
      wrong: [String(error)],
    };
  }
}

/** Reads every page of `pages/readability` and `pages/fundus` under `sharedDir` and compares; null where they are not there. */
export function evaluatePages(sharedDir: string): {
  readonly readabilityScores: readonly PageScore[];
  readonly fundusScores: readonly PageScore[];
} | null {
  const folder = join(sharedDir, 'data', 'pages');
  if (!existsSync(folder)) return null;
  const readability = readabilityGold(join(folder, 'readability')).map(score);
  const fundus = fundusGold(join(folder, 'fundus')).map(score);
  return { readabilityScores: readability, fundusScores: fundus };
}
