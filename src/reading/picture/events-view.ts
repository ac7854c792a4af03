import type { Event, Reading } from '../schema.ts';
import { circumstancesOf, flagsOf, partiesOf, quadStyle, typeOf } from './event-line.ts';
import { legend } from './legend.ts';
import { markedText, titleMark } from './marked-text.ts';
import type { Paint } from './paint.ts';
import { type People, peopleOf } from './people.ts';
import { ruler } from './table.ts';
import { padded } from './width.ts';
import { wrapText } from './wrap.ts';

/** An event in two or three lines, `lead` before the first: type and parties, then the words of the text, place, whose word, flags. */
export function eventLines(event: Event, reading: Reading, people: People, width: number, paint: Paint, lead: string): string[] {
  const type = typeOf(event);
  const inside = width - lead.length;
  const indent = ' '.repeat(lead.length);
  const [first = '', ...more] = wrapText(`${padded(type, 12)} ${partiesOf(event, people)}`.replace(/ {2,}/g, ' '), inside, 3);
  const flags = flagsOf(event);
  const painted = first.startsWith(type) ? paint.style(quadStyle(event), type) + paint.strong(first.slice(type.length)) : first;
  return [
    paint.quiet(lead) + painted,
    ...more.map((line) => indent + paint.strong(line)),
    ...wrapText(circumstancesOf(event, reading, people), inside, 3).map((line) => indent + paint.quiet(line)),
    ...(flags.length === 0 ? [] : [indent + paint.warning(flags.join(', '))]),
  ];
}

const coloured = [
  ['quad1', 'verbal cooperation'],
  ['quad2', 'material cooperation'],
  ['quad3', 'verbal conflict'],
  ['quad4', 'material conflict'],
] as const;

const bracketed = [['quad1', 'what happened']] as const;

/** The whole text with the triggers of its events set off, and under it the list of events. */
export function eventsView(reading: Reading, width: number, paint: Paint): string[] {
  const people = peopleOf(reading);
  const triggers = reading.events.map((event) => ({ ...event.trigger, style: quadStyle(event), number: Number(event.id.slice(1)) }));
  const rows = reading.events.flatMap((event) => {
    const date = event.date === null ? '' : ` (${event.date})`;
    const [first = '', ...rest] = eventLines(event, reading, people, width - date.length, paint, `  ${event.id.padEnd(4)}`);
    return [first + paint.quiet(date), ...rest];
  });
  return [
    ...markedText(reading.document.text, [...titleMark(reading), ...triggers], width, paint),
    '',
    ruler(width, paint),
    ...(rows.length === 0 ? [] : [...legend(paint.colour ? coloured : bracketed, width, paint), '', ...rows, '']),
    reading.events.length === 0 ? 'No events.' : `${reading.events.length} event${reading.events.length === 1 ? '' : 's'}.`,
  ];
}
