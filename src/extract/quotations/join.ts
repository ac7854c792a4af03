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
  const near = (content: Part) => (part: Part) => {
    const gap = paragraphOf(content.from) - paragraphOf(part.from);
    return gap === 0 || (gap === 1 && leadsOn(paragraphOf(part.from)));
  };
  const chosen = parts.contents.map((content) => ({
    content,
    cue: pick('content-cue', content, parts.cues.filter(near(content)), signals, trace),
    source: pick('content-source', content, parts.sources.filter(near(content)), signals, trace),
  }));
  const groups: { contents: Part[]; cue: Part | null; sources: Picked[]; paragraph: number }[] = [];
  for (const { content, cue, source } of chosen) {
    const paragraph = paragraphOf(content.from);
    const group = cue && groups.find((g) => g.cue === cue.part && g.paragraph === paragraph);
    if (group) {
      group.contents.push(content);
      if (source) group.sources.push(source);
    } else groups.push({ contents: [content], cue: cue?.part ?? null, sources: source ? [source] : [], paragraph });
  }
  for (const cue of parts.cues) {
    if (groups.some((g) => g.cue === cue)) continue;
    const free = groups.filter((g) => g.cue === null && g.paragraph === paragraphOf(cue.from));
    const nearest = free.sort((a, b) => gap(a.contents, cue) - gap(b.contents, cue))[0];
    if (nearest && gap(nearest.contents, cue) <= NEAR) nearest.cue = cue;
  }
  return groups.map(({ contents, cue, sources }) => {
    const source = sources.sort((a, b) => b.p - a.p || a.part.from - b.part.from)[0]?.part ?? null;
    const all = [...contents, ...(cue ? [cue] : []), ...(source ? [source] : [])];
    return { contents, cue, source, score: all.reduce((sum, part) => sum + part.p, 0) / all.length };
  });
}

/** Words between a lone cue and a content that may still belong to it. */
const NEAR = 12;

const gap = (contents: readonly Part[], cue: Part): number =>
  Math.min(...contents.map((c) => (c.from >= cue.to ? c.from - cue.to : cue.from - c.to)));

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
