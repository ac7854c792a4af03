import { styleText } from 'node:util';
import type { Item } from '../archive/query.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { wrapText } from '../reading/picture/wrap.ts';
import { colourWanted, terminalWidth } from './screen.ts';

const paint = (style: 'bold' | 'dim' | 'cyan', text: string): string => (colourWanted() ? styleText(style, text) : text);

/** Who did what to whom, or who said how. */
function headOf(item: Item): string {
  const { record } = item;
  if ('content' in record) {
    const who = item.speakers.length === 0 ? 'somebody' : item.speakers.join(', ');
    const flags = [record.kind, record.denied ? 'denied' : null, record.hedged ? 'hedged' : null].filter((flag) => flag !== null);
    return `${who} · ${flags.join(', ')}`;
  }
  const whom = item.recipients.length === 0 ? '' : ` → ${item.recipients.join(', ')}`;
  const flags = [
    record.negated ? 'negated' : null,
    record.hedge === null ? null : 'hedged',
    record.hypothetical ? 'hypothetical' : null,
    record.future ? 'future' : null,
  ];
  const told = [
    ...flags.filter((flag) => flag !== null),
    ...(item.saidBy === null ? [] : [`says ${item.saidBy}`]),
    ...(item.place === null ? [] : [item.place]),
  ];
  return `${record.type} · ${item.actors.join(', ') || 'somebody'}${whom}${told.length === 0 ? '' : ` · ${told.join(', ')}`}`;
}

/** A record that was found, as a person likes to see it. Nothing of the article can command the terminal. */
export function itemText(item: Item, width = terminalWidth()): string {
  const { outlet, title, url } = item.document;
  const where = [item.date, outlet, title ?? url].filter((fact) => fact !== null).join(' · ');
  return [
    `${paint('cyan', item.id)}  ${paint('bold', oneLine(headOf(item)))}`,
    ...wrapText(oneLine(item.words), Math.max(20, width - 2)).map((line) => `  ${line}`),
    ...(where === '' ? [] : [paint('dim', `  ${oneLine(where)}`)]),
    '',
  ].join('\n');
}
