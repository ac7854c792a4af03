import { slice } from '../../document/span.ts';
import type { Quotation, Reading } from '../schema.ts';
import type { Paint } from './paint.ts';
import { namesOf, type People, peopleOf, positionOf } from './people.ts';
import { type CellLine, cellLine, headings, sideBySide } from './table.ts';
import { oneLine } from './visible.ts';
import { columns } from './width.ts';
import { wrapText } from './wrap.ts';

/** The characters of a quotation's content on one line, its parts joined. */
export const contentOf = (text: string, quotation: Quotation): string =>
  quotation.content.map((part) => oneLine(slice(text, { start: part.start, end: Math.min(part.end, part.start + 2000) }))).join(' … ');

/** Who said it: names, then what they are, then through whom; or why nobody can be told. */
function whoCell(quotation: Quotation, people: People, width: number, paint: Paint): CellLine[] {
  const quiet = (text: string) => wrapText(text, width, 2).map((line) => cellLine(line, paint.quiet(line)));
  const via = quotation.via.length === 0 ? [] : quiet(`via ${namesOf(people, quotation.via)}`);
  if (quotation.speaker === null) {
    const candidates = quotation.candidates.length === 0 ? [] : quiet(`perhaps ${namesOf(people, quotation.candidates, 'or')}`);
    const text = quotation.unknown === 'ambiguous' ? 'unclear who' : quotation.unknown === 'none-named' ? 'nobody named' : 'unknown';
    return [cellLine(text, paint.warning(text)), ...candidates, ...via];
  }
  const [only] = quotation.speakers.length === 1 ? quotation.speakers : [];
  const position = only === undefined ? '' : positionOf(people, only);
  return [
    ...wrapText(namesOf(people, quotation.speakers), width, 2).map((line) => cellLine(line, paint.strong(line))),
    ...(position === '' ? [] : quiet(position)),
    ...via,
  ];
}

/** `hedged`, `denied`, `belief`: what a reader must not miss. */
export const warningsOf = (quotation: Quotation): string[] => [
  ...(quotation.denied ? ['denied'] : []),
  ...(quotation.answers ? [`against ${quotation.answers}`] : []),
  ...(quotation.hedged ? ['hedged'] : []),
  ...(quotation.stance === 'statement' ? [] : [quotation.stance]),
];

function howCell(text: string, quotation: Quotation, width: number, paint: Paint): CellLine[] {
  const cue = quotation.cue === null ? [] : wrapText(oneLine(slice(text, quotation.cue)), width, 3);
  return [
    cellLine(quotation.kind, paint.style(quotation.kind, quotation.kind)),
    ...cue.map((line) => cellLine(line, paint.style('cue', line))),
    ...warningsOf(quotation).map((warning) => cellLine(warning, paint.warning(warning))),
  ];
}

/** Below this width the columns would be too narrow to read, and a row's cells stand under each other. */
const NARROW = 72;

/** The table of quotations: number, who, how, what; each row no higher than its tallest cell. */
export function quotationsTable(reading: Reading, quotations: readonly Quotation[], width: number, paint: Paint): string[] {
  const people = peopleOf(reading);
  const { text } = reading.document;
  const numbers = quotations.reduce((most, { id }) => Math.max(most, id.length), 2);
  if (width < NARROW) return quotations.flatMap((quotation) => ['', ...stacked(text, quotation, people, width, paint)]).slice(1);

  const who = Math.min(30, Math.max(20, Math.floor(width * 0.26)));
  const how = 14;
  const widths = [numbers, who, how];
  const what = width - 2 - numbers - who - how - 6;
  return [
    ...headings(['', 'who', 'how', 'what'], widths, paint),
    ...quotations.flatMap((quotation) => {
      const left = [whoCell(quotation, people, who, paint), howCell(text, quotation, how, paint)];
      const content = wrapText(contentOf(text, quotation), what, Math.max(3, ...left.map((cell) => cell.length)));
      return sideBySide(
        [
          [cellLine(quotation.id, paint.quiet(quotation.id))],
          ...left,
          content.map((line) => cellLine(line, paint.style(quotation.kind, line))),
        ],
        widths,
      );
    }),
  ];
}

function stacked(text: string, quotation: Quotation, people: People, width: number, paint: Paint): string[] {
  const inside = width - 4;
  const [name, ...rest] = whoCell(quotation, people, inside - quotation.id.length, paint);
  const how = howCell(text, quotation, 40, paint);
  const fits = how.reduce((sum, { text: part }) => sum + columns(part) + 3, 0) <= inside;
  return [
    `  ${paint.quiet(quotation.id)} ${name?.as ?? ''}`,
    ...rest.map(({ as }) => `    ${as}`),
    ...(fits ? [`    ${how.map(({ as }) => as).join(paint.quiet(' · '))}`] : how.map(({ as }) => `    ${as}`)),
    ...wrapText(contentOf(text, quotation), inside, 3).map((line) => `    ${paint.style(quotation.kind, line)}`),
  ];
}
