import type { Document } from '../document/document.ts';
import type { Span } from '../document/span.ts';
import type { Signals } from '../model/signals.ts';
import type { Findings } from '../reading/assemble.ts';
import type { Lexicon } from './lexicon/index.ts';
import { findQuotations } from './quotations/index.ts';
import type { Trace } from './why.ts';

/** What every stage may look at. */
export interface Sight {
  readonly document: Document;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly signals: Signals;
  readonly lexicon: Lexicon;
  readonly trace: Trace;
}

/** From what the network saw to what the article says: the stages in order. The file to read first. */
export function extract(sight: Sight): Findings {
  const { document, paragraphs, signals, lexicon, trace } = sight;
  const found = findQuotations(document.text, paragraphs, signals, lexicon, trace);
  return {
    names: signals.tags.names.flatMap(({ label, from, to }) => {
      const first = signals.words[from];
      const last = signals.words[to - 1];
      return first && last ? [{ start: first.start, end: last.end, type: label as 'PER' }] : [];
    }),
    actors: [],
    quotations: found.map((q, i) => ({ ...q, content: [...q.content], id: `q${i}`, speaker: null, speakers: [], unknown: 'none-named' as const, candidates: [], via: [], denied: false, hedged: false, hedge: null })),
    events: [],
    places: [],
    times: [],
  };
}
