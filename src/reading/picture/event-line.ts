import { slice } from '../../document/span.ts';
import type { Event, EventNumber, Reading } from '../schema.ts';
import type { Style } from './paint.ts';
import { namesOf, type People } from './people.ts';
import { oneLine } from './visible.ts';

/** Quad class as a style: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export const quadStyle = (event: Event): Style => (['quad1', 'quad2', 'quad3', 'quad4'] as const)[event.quad - 1] ?? 'plain';

/** `CONSULT visit` */
export const typeOf = (event: Event): string => [event.type, ...(event.mode === null ? [] : [oneLine(event.mode)])].join(' ');

/** `Kim Jong-un → Vladimir Putin`; a dot stands for nobody told. */
export function partiesOf(event: Event, people: People): string {
  const actor = namesOf(people, event.actor);
  const recipient = namesOf(people, event.recipient);
  return `${actor === '' ? '·' : actor}${recipient === '' ? '' : ` → ${recipient}`}`;
}

/** What keeps an event from being a plain fact of the past. */
export const flagsOf = (event: Event): string[] => [
  ...(event.negated ? ['did not happen'] : []),
  ...(event.hypothetical ? ['hypothetical'] : []),
  ...(event.future ? ['still to come'] : []),
  ...(event.historical ? ['earlier history'] : []),
  ...(event.hedge === null ? [] : ['hedged']),
];

/** `at least 20 dead`, `$3 billion` */
const numberOf = (reading: Reading, number: EventNumber): string => {
  const words = oneLine(slice(reading.document.text, number));
  return number.kind === 'money' ? words : `${words} ${number.kind}`;
};

/** `at Vostochny Cosmodrome · says Dmitry Peskov (q2)`: where, and on whose word. */
export function circumstancesOf(event: Event, reading: Reading, people: People): string {
  const place = reading.places.find(({ id }) => id === event.place);
  const word = event.saidBy === null ? [] : [`says ${namesOf(people, [event.saidBy])}`];
  return [
    `“${oneLine(slice(reading.document.text, event.trigger))}”`,
    ...(event.numbers ?? []).map((number) => numberOf(reading, number)),
    ...(place ? [`in ${oneLine(place.name)}`] : []),
    ...word,
    ...(event.via.length === 0 ? [] : [`via ${namesOf(people, event.via)}`]),
    ...(event.quotation === null ? [] : [event.quotation]),
    ...(event.answers ? [`against ${event.answers}`] : []),
  ].join(' · ');
}
