import type { Event, Reading } from '../schema.ts';
import { eventLines } from './events-view.ts';
import type { Paint } from './paint.ts';
import { peopleOf } from './people.ts';

/** The events without the text, by their dates; those without one at the end, as the text has them. */
export function timelineView(reading: Reading, width: number, paint: Paint): string[] {
  const people = peopleOf(reading);
  const byDate = new Map<string | null, Event[]>();
  for (const event of reading.events) {
    const same = byDate.get(event.date);
    if (same === undefined) byDate.set(event.date, [event]);
    else same.push(event);
  }
  const dates = [...byDate].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : a > b ? 1 : 0));
  if (reading.events.length === 0) return ['No events.'];
  return dates.flatMap(([date, events], i) => [
    ...(i === 0 ? [] : ['']),
    paint.strong(date ?? 'without a date'),
    ...events.flatMap((event) => eventLines(event, reading, people, width, paint, `  ${event.id.padEnd(4)}`)),
  ]);
}
