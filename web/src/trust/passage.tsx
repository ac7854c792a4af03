import type { Item } from '../../../src/archive/query.ts';
import type { Span } from '../../../src/document/span.ts';
import { visible } from '../../../src/reading/picture/visible.ts';
import { documentOf } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Trouble } from '../parts/trouble.tsx';

/** Characters before and after. */
const AROUND = 420;

/** What stands around a record, as far as the ends of its paragraphs. */
export function around(text: string, spans: readonly Span[]): Span {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const from = Math.max(0, start - AROUND, text.lastIndexOf('\n\n', start - 1) + 2);
  const stop = text.indexOf('\n\n', end);
  return { start: from === 1 ? 0 : from, end: Math.min(text.length, end + AROUND, stop < 0 ? text.length : stop) };
}

/** A record's own words, lit where they stand in the article. */
export function Passage({ item }: { readonly item: Item }) {
  const { record } = item;
  const { answer, error } = useAnswer(item.document.id, (signal) => documentOf(item.document.id, signal));
  if (answer === null) return <Trouble error={error} />;
  const { text } = answer.reading.document;
  const spans = 'content' in record ? record.content : [record.trigger];
  const { start, end } = around(text, spans);
  const shown = visible(text);
  const pieces: { readonly words: string; readonly lit: boolean }[] = [];
  let at = start;
  for (const span of spans) {
    pieces.push({ words: shown.slice(at, span.start), lit: false }, { words: shown.slice(span.start, span.end), lit: true });
    at = span.end;
  }
  pieces.push({ words: shown.slice(at, end), lit: false });
  return (
    <blockquote class="passage">
      {start > 0 && '… '}
      {pieces.map(({ words, lit }, index) => (lit ? <mark key={index}>{words}</mark> : words))}
      {end < text.length && ' …'}
    </blockquote>
  );
}
