import type { Quotation, Reading } from '../schema.ts';
import { legend } from './legend.ts';
import { type Mark, markedText, titleMark } from './marked-text.ts';
import type { Paint } from './paint.ts';
import { quotationsTable } from './quotations-table.ts';
import { ruler } from './table.ts';
import { wrapText } from './wrap.ts';

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** `7 quotations by 5 speakers: 4 direct, 2 indirect, 1 mixed; 2 hedged` */
function summary(quotations: readonly Quotation[], intents: number): string {
  if (quotations.length === 0) return intents === 0 ? 'No quotations.' : `No quotations; ${count(intents, 'intent')} left out.`;
  const tally = (of: (quotation: Quotation) => boolean, name: string) => {
    const number = quotations.filter(of).length;
    return number === 0 ? [] : [`${number} ${name}`];
  };
  const speakers = new Set(quotations.flatMap((quotation) => quotation.speakers)).size;
  const kinds = (['direct', 'mixed', 'indirect'] as const).flatMap((kind) => tally((quotation) => quotation.kind === kind, kind));
  const others = [
    ...tally((quotation) => quotation.hedged, 'hedged'),
    ...tally((quotation) => quotation.denied, 'denied'),
    ...tally((quotation) => quotation.speaker === null, 'without a known speaker'),
    ...(intents === 0 ? [] : [`${count(intents, 'intent')} left out (what somebody plans or hopes, not says)`]),
  ];
  const by = speakers === 0 ? '' : ` by ${count(speakers, 'speaker')}`;
  return `${count(quotations.length, 'quotation')}${by}: ${[kinds.join(', '), ...others].join('; ')}.`;
}

const coloured = [
  ['direct', 'direct'],
  ['mixed', 'mixed'],
  ['indirect', 'indirect'],
  ['source', 'source'],
  ['cue', 'cue'],
] as const;
/** Without colours the three kinds look alike in the text; the table tells them. */
const bracketed = [
  ['direct', 'quotation'],
  ['source', 'source'],
  ['cue', 'cue'],
] as const;

/** The whole text with its quotations set off, and under it the table of them. */
export function quotationsView(reading: Reading, width: number, paint: Paint): string[] {
  const quotations = reading.quotations.filter(({ stance }) => stance !== 'intent');
  const contents = quotations.flatMap(({ id, kind, content }) =>
    content.map(({ start, end }): Mark => ({ start, end, style: kind, number: Number(id.slice(1)) })),
  );
  const beside = (['source', 'cue'] as const).flatMap((part) =>
    quotations.flatMap((quotation) => (quotation[part] === null ? [] : [{ ...quotation[part], style: part }])),
  );
  // Two quotations may share one source: it is marked once.
  const once = [...new Map(beside.map((mark) => [`${mark.style} ${mark.start} ${mark.end}`, mark])).values()];
  const wideFirst = contents.sort((a, b) => b.end - b.start - (a.end - a.start));
  return [
    ...markedText(reading.document.text, [...titleMark(reading), ...wideFirst, ...once], width, paint),
    '',
    ruler(width, paint),
    ...(quotations.length === 0
      ? []
      : [...legend(paint.colour ? coloured : bracketed, width, paint), '', ...quotationsTable(reading, quotations, width, paint), '']),
    ...wrapText(summary(quotations, reading.quotations.length - quotations.length), width),
  ];
}
