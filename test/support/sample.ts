import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraphs as paragraphsOf } from '../../src/document/paragraphs.ts';
import { sentences as sentencesOf } from '../../src/document/sentences.ts';
import type { Span } from '../../src/document/span.ts';
import { words } from '../../src/document/words.ts';
import type { ArticleInput } from '../../src/extract/actors/index.ts';
import { type Lexicon, lexiconFiles, parseLexicon } from '../../src/extract/lexicon/index.ts';
import { wordAt } from '../../src/extract/names/index.ts';
import type { FoundQuotation } from '../../src/extract/quotations/found.ts';
import type { Signals } from '../../src/model/signals.ts';

/** The lexicon as it ships. */
export const lexicon: Lexicon = parseLexicon(
  Object.fromEntries(lexiconFiles.map((file) => [file, readFileSync(join(import.meta.dirname, '../../data', file), 'utf8')])),
);

/** A quotation by its words in the text; each is looked for behind the content of the one before unless `from` says otherwise. */
export interface Marked {
  readonly content: string;
  readonly cue?: string;
  readonly source?: string;
  readonly kind?: FoundQuotation['kind'];
}

/** An article as the stages of actors and speakers get it, without a network. */
export function sample(text: string, marked: readonly Marked[] = [], published: string | null = null): ArticleInput {
  const spans = words(text);
  const paragraphs = paragraphsOf(text);
  const signals: Signals = {
    words: spans,
    tags: { attribution: [], quotation: [], inner: [], names: [], events: [], hedge: [] },
    flag: () => 0,
    point: () => [],
    link: () => 0,
  };
  let at = 0;
  const quotations = marked.map(({ content, cue, source, kind = 'direct' }): FoundQuotation => {
    const span = find(text, content, at);
    at = span.end;
    const near = (part: string | undefined): Span | null => (part === undefined ? null : nearest(text, part, span));
    const from = near(source);
    return {
      kind,
      content: [span],
      cue: near(cue),
      source: from,
      stance: 'statement',
      score: 1,
      contentWord: wordAt(spans, span.start),
      sourceWord: from === null ? -1 : wordAt(spans, from.start),
    };
  });
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  return { text, paragraphs, sentences, signals, quotations, lexicon, published };
}

function find(text: string, part: string, from: number): Span {
  const start = text.indexOf(part, from);
  if (start < 0) throw new Error(`not in the text: ${part}`);
  return { start, end: start + part.length };
}

/** The occurrence of a part that stands closest to a span and outside it. */
function nearest(text: string, part: string, span: Span): Span {
  const before = text.lastIndexOf(part, span.start - part.length);
  const after = text.indexOf(part, span.end);
  if (before < 0 && after < 0) throw new Error(`not beside the content: ${part}`);
  const start = after < 0 || (before >= 0 && span.start - before - part.length <= after - span.end) ? before : after;
  return { start, end: start + part.length };
}
