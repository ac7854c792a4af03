import type { Decision } from '../extract/why.ts';
import { decisionsPart } from './picture/decisions.ts';
import { eventsView } from './picture/events-view.ts';
import { titleMark } from './picture/marked-text.ts';
import { type Paint, paintWith } from './picture/paint.ts';
import { quotationsView } from './picture/quotations-view.ts';
import { timelineView } from './picture/timeline-view.ts';
import { oneLine } from './picture/visible.ts';
import { wrapText } from './picture/wrap.ts';
import type { Reading } from './schema.ts';

/** The views of a reading; a new one is a file beside these and a line here. */
const views = { quotations: quotationsView, events: eventsView, timeline: timelineView } as const;

export type View = keyof typeof views;

export const viewNames = Object.keys(views) as readonly View[];

/** How a picture is drawn. `width` is in terminal columns; `decisions`, when given, are printed under it. */
export interface PictureOptions {
  readonly view: View;
  readonly width: number;
  readonly colour: boolean;
  readonly decisions?: readonly Decision[];
}

/** The timeline prints no text, so it always needs the title; the others print one that opens the text there. */
const opensWithTitle = (reading: Reading, view: View): boolean => view !== 'timeline' && titleMark(reading).length > 0;

/** Title, then where and when it was printed, then where it was read. */
function head(reading: Reading, view: View, width: number, paint: Paint): string[] {
  const { title, outlet, published, byline, input, url, dateline } = reading.document;
  const facts = [outlet, published, byline.length === 0 ? null : `by ${byline.join(', ')}`, dateline, url ?? input.uri ?? input.id]
    .filter((fact) => fact !== null)
    .map(oneLine);
  const lines = [
    ...(title === null || opensWithTitle(reading, view) ? [] : wrapText(oneLine(title), width).map(paint.strong)),
    ...(facts.length === 0 ? [] : wrapText(facts.join(' · '), width).map(paint.quiet)),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

/** What was not read, so that nothing is left out silently. */
function unread(reading: Reading, width: number, paint: Paint): string[] {
  const { characters, read, skipped } = reading.ledger;
  if (skipped.length === 0) return [];
  const reasons = [...new Set(skipped.map(({ reason }) => oneLine(reason)))].join(', ');
  return wrapText(`Not read: ${characters - read} of ${characters} characters (${reasons}).`, width).map(paint.warning);
}

/**
 * A reading as a person likes to see it in a terminal, ending in a line feed. Nothing of the article can command the terminal.
 * @example picture(reading, { view: 'quotations', width: 80, colour: true })
 */
export function picture(reading: Reading, options: PictureOptions): string {
  const width = Math.max(20, options.width);
  const paint = paintWith(options.colour);
  const lines = [
    ...head(reading, options.view, width, paint),
    ...views[options.view](reading, width, paint),
    ...unread(reading, width, paint),
    ...(options.decisions === undefined ? [] : ['', ...decisionsPart(options.decisions, reading.document.text, width, paint)]),
  ];
  return `${lines.join('\n')}\n`;
}
