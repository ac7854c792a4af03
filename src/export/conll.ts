import { paragraphs } from '../document/paragraphs.ts';
import { sentences } from '../document/sentences.ts';
import { type Span, slice, startingIn } from '../document/span.ts';
import { words } from '../document/words.ts';
import type { Reading } from '../reading/schema.ts';
import type { ArchiveForm } from './archive-form.ts';

/** What a column calls each word: `B-` at the first of a stretch, `I-` within, `O` outside. Where stretches overlap the later one, which is the inner, wins. */
function column(tokens: readonly Span[], stretches: readonly (Span & { readonly label: string })[]): readonly string[] {
  const labels = tokens.map(() => 'O');
  const index = tokens.map((token, i) => ({ ...token, i }));
  for (const { start, end, label } of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end))
    for (const [n, { i }] of startingIn(index, { start, end }).entries()) labels[i] = `${n === 0 ? 'B' : 'I'}-${label}`;
  return labels;
}

/** A document's words, one a line, a blank line after each sentence. */
export function tokenLines(reading: Reading): string {
  const { document, names, actors, quotations, events } = reading;
  const { text } = document;
  const tokens = words(text);
  const columns = [
    column(
      tokens,
      names.map(({ start, end, type }) => ({ start, end, label: type })),
    ),
    column(
      tokens,
      actors.flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ start, end, label: id }))),
    ),
    column(
      tokens,
      quotations.flatMap(({ id, content }) => content.map(({ start, end }) => ({ start, end, label: id }))),
    ),
    column(
      tokens,
      quotations.flatMap(({ id, cue }) => (cue ? [{ ...cue, label: id }] : [])),
    ),
    column(
      tokens,
      quotations.flatMap(({ id, source }) => (source ? [{ ...source, label: id }] : [])),
    ),
    column(
      tokens,
      events.map(({ type, trigger }) => ({ ...trigger, label: type })),
    ),
  ];
  const index = tokens.map((token, i) => ({ ...token, i }));
  const blocks = paragraphs(text)
    .flatMap((paragraph) => sentences(text, paragraph))
    .map((sentence) =>
      startingIn(index, sentence)
        .map(({ start, end, i }, n) => [n + 1, slice(text, { start, end }), start, end, ...columns.map((labels) => labels[i])].join('\t'))
        .join('\n'),
    )
    .filter((block) => block !== '');
  return `# newdoc id = ${document.id}\n${blocks.map((block) => `${block}\n\n`).join('')}`;
}

/** Words and labels in columns, as CoNLL's shared tasks have them: number, word, start, end, name, actor, quotation, cue, source, event. */
export const conll: ArchiveForm = {
  mediaType: 'text/tab-separated-values; charset=utf-8',
  ending: '.conll',
  async *write(source) {
    yield '# global.columns = ID FORM START END NAME ACTOR QUOTATION CUE SOURCE EVENT\n';
    for await (const reading of source.readings()) yield tokenLines(reading);
  },
};
