import { expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { paragraphs } from '../../document/paragraphs.ts';
import { words as wordsOf } from '../../document/words.ts';
import type { Signals, Tagged } from '../../model/signals.ts';
import { silent } from '../why.ts';
import { findQuotations } from './index.ts';

const SENTENCE = '“No,” said Kim. ';
const WORDS = 7;

/** A paragraph of `count` quotations, every one tagged and pointing as it should. */
function many(count: number): { text: string; signals: Signals } {
  const text = SENTENCE.repeat(count);
  const words = wordsOf(text);
  expect(words.length).toBe(WORDS * count);
  const tag = (label: string, from: number, to: number): Tagged => ({ label, from, to, p: 0.9 });
  const attribution = Array.from({ length: count }, (_, i) => i * WORDS).flatMap((at) => [
    tag('content', at, at + 4),
    tag('cue', at + 4, at + 5),
    tag('source', at + 5, at + 6),
  ]);
  const target = (relation: string, from: number) => from + (relation === 'content-cue' ? 4 : 5);
  return {
    text,
    signals: {
      words,
      tags: { attribution, quotation: attribution, inner: [], names: [], events: [], hedge: [] },
      flag: () => 0,
      point: () => [],
      link: (relation, from, to) => (to === target(relation, from) ? 0.9 : to < 0 ? 0.1 : 0),
    },
  };
}

function seconds(count: number): number {
  const { text, signals } = many(count);
  const spans = paragraphs(text);
  const start = performance.now();
  expect(findQuotations(text, spans, signals, testLexicon, silent)).toHaveLength(count);
  return (performance.now() - start) / 1000;
}

test('twice the quotations take at most about twice the time', () => {
  seconds(2_000);
  const once = Math.min(seconds(10_000), seconds(10_000));
  const twice = Math.min(seconds(20_000), seconds(20_000));
  expect(twice / Math.max(once, 0.02)).toBeLessThan(3);
});
