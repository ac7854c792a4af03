import { styleText } from 'node:util';
import type { Claims } from '../archive/looks/claims.ts';
import type { Lineage } from '../archive/looks/lineage.ts';
import type { Network } from '../archive/looks/network.ts';
import type { Counts, Quoted } from '../archive/looks/quoted.ts';
import type { Timeline } from '../archive/looks/timeline.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { wrapText } from '../reading/picture/wrap.ts';
import { colourWanted, terminalWidth } from './screen.ts';

export const paint = (style: 'bold' | 'dim' | 'cyan', text: string): string => (colourWanted() ? styleText(style, text) : text);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const facts = (...some: readonly (string | null)[]): string => oneLine(some.filter((fact) => fact !== null && fact !== '').join(' · '));
const more = (shown: number, all: number, what: string): readonly string[] =>
  all > shown ? ['', `${all - shown} more ${what}: the same with a higher --limit, or more flags.`] : [];
const quote = (words: string): readonly string[] => wrapText(oneLine(words), Math.max(20, terminalWidth() - 2)).map((line) => `  ${line}`);

export function quotedText(found: Quoted): string {
  const row = ({ quotations, share, direct, indirect, mixed }: Counts, who: string) =>
    `${String(quotations).padStart(6)} ${percent(share).padStart(8)} ${String(direct).padStart(7)} ${String(mixed).padStart(6)} ${String(indirect).padStart(9)}  ${who}`;
  const people = found.people.map((one) =>
    row(
      one,
      `${paint('bold', oneLine(one.name))}  ${paint('dim', facts(one.role, one.country, one.outlets === 0 ? null : counted(one.outlets, 'outlet'), one.id))}`,
    ),
  );
  return [
    `${counted(found.quotations, 'quotation')} in ${counted(found.documents, 'article')}`,
    '',
    ' times    share  direct  mixed  indirect',
    ...people,
    ...more(found.people.length, found.named, 'people'),
    '',
    row(found.anonymous, 'without a name (officials, a source)'),
    row(found.unattributed, 'by nobody who can be told'),
  ].join('\n');
}

const QUADS = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'] as const;

export function networkText({ nodes, edges, all }: Network): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const lines = edges.map((edge) => {
    const who = `${paint('bold', oneLine(names.get(edge.actor) ?? ''))} → ${paint('bold', oneLine(names.get(edge.recipient) ?? ''))}`;
    const types = Object.entries(edge.types).map(([type, count]) => (count === 1 ? type : `${type} ${count}`));
    const quads = edge.quads.flatMap((count, i) => (count === 0 ? [] : [`${count} ${QUADS[i]}`]));
    const told = facts(
      counted(edge.events, 'event'),
      counted(edge.origins, 'origin'),
      quads.join(', '),
      edge.first === edge.last ? edge.first : `${edge.first}–${edge.last}`,
    );
    return `${who}  ${types.join(', ')}\n  ${paint('dim', told)}  ${paint('cyan', edge.records[0] ?? '')}`;
  });
  return [...lines, ...more(edges.length, all, 'edges')].join('\n');
}

export function timelineText({ moments, all }: Timeline): string {
  let day = '';
  const lines = moments.flatMap((moment) => {
    const head = moment.date === day ? [] : [...(day === '' ? [] : ['']), paint('bold', moment.date)];
    day = moment.date;
    const who = oneLine(
      `${moment.actors.join(', ') || 'somebody'}${moment.recipients.length === 0 ? '' : ` → ${moment.recipients.join(', ')}`}`,
    );
    const told = facts(
      moment.negated ? 'negated' : null,
      moment.documents > 1 ? `${counted(moment.documents, 'article')}, ${counted(moment.origins, 'origin')}` : null,
      moment.outlets.slice(0, 3).join(', '),
    );
    return [
      ...head,
      `${paint('cyan', moment.lead.id)}  ${moment.type} · ${who}${told === '' ? '' : ` · ${told}`}`,
      ...quote(moment.lead.words),
    ];
  });
  return [...lines, ...more(moments.length, all, 'events')].join('\n');
}

export function claimsText({ claims, all }: Claims): string {
  const side = (mark: string, item: Claims['claims'][number]['claim']) => [
    `${mark} ${paint('cyan', item.id)}  ${paint('bold', oneLine([...item.speakers, ...item.actors].join(', ') || item.saidBy || 'somebody'))}`,
    ...quote(item.words),
  ];
  const pairs = claims.map(({ claim, denial, reason, documents, origins }) =>
    [
      ...side('claim ', claim),
      ...side('denial', denial),
      paint(
        'dim',
        `  ${facts(reason, denial.date, denial.document.outlet, documents > 1 ? `${counted(documents, 'article')}, ${counted(origins, 'origin')}` : null)}`,
      ),
      '',
    ].join('\n'),
  );
  return [...pairs, ...more(claims.length, all, 'pairs')].join('\n');
}

export function lineageText({ articles, origins, outlets, prints }: Lineage): string {
  const lines = prints.flatMap(({ item, change, otherSpeaker, origin, printings }) => [
    `${paint('cyan', item.id)}  ${paint('bold', change)}${otherSpeaker ? ', another speaker' : ''}  ${paint('dim', facts(`origin ${origin}`, item.document.published, item.document.outlet, item.document.title, printings > 1 ? `printed ${printings} times` : null))}`,
    ...quote(`${item.speakers.length === 0 ? '' : `${item.speakers.join(', ')}: `}${item.words}`),
  ]);
  return [
    `${counted(articles, 'article')}, ${counted(origins, 'origin')}${outlets.length === 0 ? '' : `, ${counted(outlets.length, 'outlet')}`}`,
    '',
    ...lines,
  ].join('\n');
}
