import type { Relation, Signals } from '../../model/signals.ts';
import type { Trace } from '../why.ts';
import type { Part, Parts } from './parts.ts';

/** Content, cue and source that belong together, still in words. */
export interface Joined {
  readonly contents: readonly Part[];
  readonly cue: Part | null;
  readonly source: Part | null;
  readonly score: number;
}

/**
 * Joins parts to quotations: each content points to its cue and its source; contents of one cue are one quotation
 * ("…," he said, "…"). A cue that no content chose goes to the nearest content of its paragraph that has none.
 * @param paragraphOf index of the paragraph of a word @param leadsOn whether a paragraph ends in a colon
 */
export function join(
  parts: Parts,
  signals: Signals,
  paragraphOf: (word: number) => number,
  leadsOn: (paragraph: number) => boolean,
  trace: Trace,
): Joined[] {
  // In polnear-train the source stands in the paragraph of its content in 98.8 of 100 cases; else in one before it, which ends in a colon.
  const near = (content: Part, all: readonly Part[]): Part[] =>
    within(all, content.from - REACH, content.to + REACH).filter((part) => {
      const gap = paragraphOf(content.from) - paragraphOf(part.from);
      return gap === 0 || (gap === 1 && leadsOn(paragraphOf(part.from)));
    });
  const groups: Group[] = [];
  const byCue = new Map<string, Group>();
  const contentAt = new Map<number, Group>();
  for (const content of parts.contents) {
    const cue = pick('content-cue', content, near(content, parts.cues), signals, trace);
    const source = pick('content-source', content, near(content, parts.sources), signals, trace);
    const key = cue ? `${cue.part.from} ${paragraphOf(content.from)}` : '';
    let group = byCue.get(key);
    if (!cue || !group) {
      group = { contents: [], cue: cue?.part ?? null, sources: [] };
      groups.push(group);
      if (cue) byCue.set(key, group);
    }
    group.contents.push(content);
    if (source) group.sources.push(source);
    for (const edge of [content.from, content.to - 1]) contentAt.set(edge, group);
  }
  const taken = new Set(groups.map(({ cue }) => cue));
  for (const cue of parts.cues) {
    if (taken.has(cue)) continue;
    const free = beside(
      cue,
      contentAt,
      (group) => group.cue === null && paragraphOf(group.contents[0]?.from ?? -1) === paragraphOf(cue.from),
    );
    if (free) free.cue = cue;
  }
  return groups.map(({ contents, cue, sources }) => {
    const source = sources.sort((a, b) => b.p - a.p || a.part.from - b.part.from)[0]?.part ?? null;
    const all = [...contents, ...(cue ? [cue] : []), ...(source ? [source] : [])];
    return { contents, cue, source, score: all.reduce((sum, part) => sum + part.p, 0) / all.length };
  });
}

interface Group {
  readonly contents: Part[];
  cue: Part | null;
  readonly sources: Picked[];
}

/** Words between a lone cue and a content that may still belong to it. */
const NEAR = 12;
/** A pointer reaches no farther than its window: 254 pieces. */
const REACH = 254;

/** The parts that begin among the words `[from, to)`; `all` is in text order. */
function within(all: readonly Part[], from: number, to: number): readonly Part[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Part).from < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < all.length && (all[end] as Part).from < to) end++;
  return all.slice(low, end);
}

/** The group whose content has an edge nearest to the cue, the one before it first; null where none that will do is near. */
function beside(cue: Part, contentAt: ReadonlyMap<number, Group>, will: (group: Group) => boolean): Group | null {
  for (let gap = 0; gap <= NEAR; gap++) {
    for (const word of [cue.from - 1 - gap, cue.to + gap]) {
      const group = contentAt.get(word);
      if (group && will(group)) return group;
    }
  }
  return null;
}

interface Picked {
  readonly part: Part;
  readonly p: number;
}

/** The part that holds the most of the content's pointer; null where "none" holds more. */
function pick(relation: Relation, content: Part, parts: readonly Part[], signals: Signals, trace: Trace): Picked | null {
  const none = signals.link(relation, content.from, -1);
  const all = parts
    .map((part) => {
      let p = 0;
      for (let w = part.from; w < part.to; w++) p += signals.link(relation, content.from, w);
      return { part, p };
    })
    .sort((a, b) => b.p - a.p || a.part.from - b.part.from);
  const best = all[0];
  const taken = best && best.p > none && best.p > 0.05 ? best : null;
  trace.note(() => ({
    record: `content@${content.start}`,
    field: relation === 'content-cue' ? 'cue' : 'source',
    value: taken ? `${taken.part.start}–${taken.part.end}` : 'none',
    by: `head:${relation}`,
    score: taken ? taken.p : none,
    rejected: [
      ...all.slice(taken ? 1 : 0, 3).map(({ part, p }) => ({ value: `${part.start}–${part.end}`, score: p })),
      ...(taken ? [{ value: 'none', score: none }] : []),
    ],
  }));
  return taken;
}
