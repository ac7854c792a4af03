import type { Lexicon, Title } from '../lexicon/index.ts';
import type { FoundName } from './name.ts';
import type { Prose, Run } from './prose.ts';
import { titleAt } from './title.ts';

/** A run of capitals taken apart: what stands before the titles, the titles, and the name. */
export interface Peeled {
  /** Known names before the titles: "U.S." of "U.S. Attorney General Jeff Sessions". */
  readonly before: readonly FoundName[];
  /** Capitalised words before the titles that the lexicon does not know: "Texas" of "Texas Sen. Ted Cruz". */
  readonly modifier: Run | null;
  readonly titles: readonly Title[];
  readonly titleFrom: number;
  readonly name: Run | null;
}

/** Takes titles and countries off the front of a run: "Russian President Vladimir Putin" → Russian · President · Vladimir Putin. */
export function peel(prose: Prose, lexicon: Lexicon, run: Run, known: readonly FoundName[]): Peeled {
  const before: FoundName[] = [];
  const titles: Title[] = [];
  let at = run.from;
  let titleFrom = -1;
  let modifier: Run | null = null;
  for (;;) {
    const title = titleAt(prose, lexicon, at, run.to);
    const hit = known.find((name) => name.from === at && name.to <= run.to);
    if (title !== null && (hit === undefined || title.to > hit.to)) {
      if (titleFrom < 0) titleFrom = at;
      titles.push(title.title);
      at = skipOffice(prose, lexicon, title.to, run.to);
      continue;
    }
    if (
      hit !== undefined &&
      hit.to < run.to &&
      titles.length === 0 &&
      (titleAt(prose, lexicon, hit.to, run.to) !== null || startsPerson(prose, lexicon, hit.to, hit))
    ) {
      before.push(hit);
      at = hit.to;
      continue;
    }
    if (titles.length > 0 || at >= run.to) break;
    const inner = innerTitle(prose, lexicon, at + (lexicon.given.has(prose.words[at]?.lower ?? '') ? 1 : 0), run.to);
    if (inner < 0) break;
    modifier = { from: at, to: inner };
    at = inner;
  }
  return { before, modifier, titles, titleFrom, name: at < run.to ? { from: at, to: run.to } : null };
}

/** "Minister of Foreign Affairs Sergei Lavrov": the office after `of` ends where a given name begins. */
function skipOffice(prose: Prose, lexicon: Lexicon, at: number, limit: number): number {
  const word = prose.words[at]?.lower;
  if (word !== 'of' && word !== 'for') return at;
  for (let next = at + 1; next < limit; next++) if (lexicon.given.has(prose.words[next]?.lower ?? '')) return next;
  return limit;
}

/** After an adjective or state a given name starts a person: "American Edward Snowden". */
function startsPerson(prose: Prose, lexicon: Lexicon, at: number, hit: FoundName): boolean {
  return (hit.type === 'people' || hit.type === 'place') && lexicon.given.has(prose.words[at]?.lower ?? '');
}

/** Where a title stands inside the run with a name after it: "Texas Sen. Ted Cruz", "House Judiciary Committee Chairman Bob Goodlatte". */
function innerTitle(prose: Prose, lexicon: Lexicon, from: number, to: number): number {
  for (let at = from + 1; at < to - 1; at++) {
    const title = titleAt(prose, lexicon, at, to);
    if (
      title !== null &&
      title.to < to &&
      !['of', 'for', '-', 'and'].includes(prose.words[title.to]?.text ?? '-') &&
      prose.words[at - 1]?.text !== '-'
    )
      return at;
  }
  return -1;
}
