import type { Card, Estimate } from '../archive/sample/card.ts';
import type { Sample, Sampled, SampleHead } from '../archive/sample/sample.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { itemText } from './item-text.ts';

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** `85 % right (74 to 92 %), 40 of 47; 3 unsure` */
export function estimateText({ right, wrong, unsure, precision, low, high }: Estimate): string {
  const doubt = unsure === 0 ? '' : `; ${unsure} unsure`;
  if (precision === null || low === null || high === null) return `nothing judged${doubt}`;
  return `${percent(precision)} right (${(low * 100).toFixed(0)} to ${percent(high)}), ${right} of ${right + wrong}${doubt}`;
}

const group = (title: string, groups: Card['types'], none = ''): readonly string[] => {
  if (groups.length === 0) return [];
  const width = Math.max(...groups.map(({ value }) => oneLine(value || none).length));
  return ['', title, ...groups.map((one) => `  ${oneLine(one.value || none).padEnd(width)}  ${estimateText(one)}`)];
};

/** The trust card for a terminal. */
export const cardText = ({ all, sorts, types, outlets, engines }: Card): string =>
  [
    `Trust card: ${estimateText(all)}`,
    ...(all.drawn === 0 ? [] : [`${all.right + all.wrong + all.unsure} of ${all.drawn} judged; intervals of 95 % by Wilson`]),
    ...group('By record', sorts),
    ...group('By type', types),
    ...group('By outlet', outlets, 'no outlet told'),
    ...(engines.length === 0 ? [] : ['', `Read by ${engines.map(oneLine).join('; ')}`]),
  ].join('\n');

const marks = { right: 'right', wrong: 'wrong', unsure: 'unsure' } as const;

/** A drawn record with what was said of it. */
export function sampledText({ n, record, verdict, note, item }: Sampled, of: number): string {
  const said = verdict === null ? '' : `  [${marks[verdict]}${note === null ? '' : `: ${oneLine(note)}`}]`;
  const body = item === null ? `${record} is not read any more` : itemText(item).trimEnd();
  return `${n} of ${of}${said}\n${body}\n`;
}

export const sampleText = ({ items, card }: Sample): string =>
  `${items.map((one) => sampledText(one, items.length)).join('\n')}\n${cardText(card)}\n`;

export const headText = ({ id, asked: { size, seed, by, query }, made, all }: SampleHead): string => {
  const filters = Object.entries(query).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const told = [`${size} drawn with seed ${seed}`, ...(by === null ? [] : [`by ${by}`]), ...filters].join(', ');
  return `${id}  ${made.slice(0, 10)}  ${oneLine(told)}: ${estimateText(all)}`;
};
