import type { Span } from '../../document/span.ts';
import type { Reading } from '../schema.ts';
import { brackets, type Paint, type Style } from './paint.ts';
import { visible } from './visible.ts';
import { type Run, wrap } from './wrap.ts';

/** A stretch of the text to set off; `number` is printed raised before it. */
export interface Mark extends Span {
  readonly style: Style;
  readonly number?: number;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (number: number): string => [...String(number)].map((digit) => raised[Number(digit)]).join('');

const styleList: readonly Style[] = [
  'plain',
  'title',
  'direct',
  'mixed',
  'indirect',
  'source',
  'cue',
  'number',
  'quad1',
  'quad2',
  'quad3',
  'quad4',
];

/** The title where it opens the text, to be printed as one; it goes below all other marks. */
export function titleMark({ document: { title, text } }: Reading): Mark[] {
  return title !== null && title !== '' && text.trimStart().startsWith(title)
    ? [{ start: text.length - text.trimStart().length, end: text.length - text.trimStart().length + title.length, style: 'title' }]
    : [];
}

/** What is printed between two characters: the closing brackets of what ends there, then the opening ones and numbers. */
function between(marks: readonly Mark[], paint: Paint): ReadonlyMap<number, string> {
  const closing = new Map<number, string>();
  const opening = new Map<number, string>();
  for (const { start, end, style, number } of marks) {
    const [open, close] = (paint.colour ? undefined : brackets[style]) ?? ['', ''];
    opening.set(start, `${opening.get(start) ?? ''}${number === undefined ? '' : superscript(number)}${open}`);
    closing.set(end, `${close}${closing.get(end) ?? ''}`);
  }
  return new Map([...closing.keys(), ...opening.keys()].map((at) => [at, `${closing.get(at) ?? ''}${opening.get(at) ?? ''}`]));
}

/**
 * The text in lines of `width` columns with every mark set off: by colour, or by brackets where there is none. Later marks paint over
 * earlier ones, so wide ones come first. Paragraphs keep one empty line between them.
 */
export function markedText(text: string, marks: readonly Mark[], width: number, paint: Paint): string[] {
  const shown = visible(text);
  const styles = new Uint8Array(text.length);
  for (const { start, end, style } of marks) styles.fill(styleList.indexOf(style), start, end);
  const inserted = between(marks, paint);
  const stops = [...inserted.keys()].sort((a, b) => a - b);

  const lines: string[] = [];
  // Where the text has no empty lines, each of its lines is a paragraph, and is set apart if it was broken.
  const dense = !/\n\s*\n/.test(shown);
  let tall = false;
  let nextStop = 0;
  for (let at = 0; at <= text.length; ) {
    const found = shown.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const runs: Run<Style>[] = [];
    let from = at;
    const push = (to: number) => {
      while (from < to) {
        let until = from + 1;
        while (until < to && styles[until] === styles[from]) until++;
        runs.push({ text: shown.slice(from, until), style: styleList[styles[from] ?? 0] ?? 'plain' });
        from = until;
      }
    };
    for (; nextStop < stops.length && (stops[nextStop] ?? 0) <= end; nextStop++) {
      const stop = stops[nextStop] ?? 0;
      push(stop);
      runs.push({ text: inserted.get(stop) ?? '', style: 'number' });
    }
    push(end);
    const wrapped = wrap(runs, width);
    if (dense && wrapped.length > 0 && tall) lines.push('');
    if (wrapped.length > 0) tall = wrapped.length > 1;
    if (wrapped.length > 0) for (const line of wrapped) lines.push(printed(line, paint));
    else if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
    at = end + 1;
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** One line; neighbours of one style are painted together, so that colours do not flicker through a copy and paste. */
function printed(line: readonly Run<Style>[], paint: Paint): string {
  let out = '';
  let text = '';
  let style: Style = 'plain';
  for (const run of [...line, null]) {
    if (run !== null && run.style === style) {
      text += run.text;
      continue;
    }
    if (text !== '') out += paint.style(style, text);
    if (run !== null) ({ text, style } = run);
  }
  return out;
}
