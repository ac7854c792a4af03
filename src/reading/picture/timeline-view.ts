import type { Reading } from '../schema.ts';
import { eventLines } from './events-view.ts';
import type { Paint } from './paint.ts';
import { peopleOf } from './people.ts';

/** The events without the text, by their dates; those without one at the end, as the text has them. */
export function timelineView(reading: Reading, width: number, paint: Paint): string[] {
  const people = peopleOf(reading);
  const dates = [...new Set(reading.events.map(({ date }) => date))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : a > b ? 1 : 0,
  );
  if (reading.events.length === 0) return ['No events.'];
  return dates.flatMap((date, i) => [
    ...(i === 0 ? [] : ['']),
    paint.strong(date ?? 'without a date'),
    ...reading.events
      .filter((event) => event.date === date)
      .flatMap((event) => eventLines(event, reading, people, width, paint, `  ${event.id.padEnd(4)}`)),
  ]);
}
