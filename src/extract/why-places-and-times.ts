import type { Place, Time } from '../reading/schema.ts';
import type { Trace } from './why.ts';

/** Tells for each place and time what its words were taken for, and what else they might have been. */
export function explainPlacesAndTimes(
  text: string,
  places: readonly Place[],
  times: readonly Time[],
  published: string | null,
  trace: Trace,
): void {
  for (const place of places)
    trace.note(() => ({
      record: `place@${place.start}`,
      field: 'geonames',
      value:
        place.geonames === null
          ? (place.unknown ?? 'own table')
          : `${place.geonames} ${place.name}${place.country ? `, ${place.country}` : ''}`,
      by: `gazetteer:${text.slice(place.start, place.end)}`,
      score: place.score,
      rejected: place.candidates
        .filter((id) => id !== place.geonames)
        .map((id) => ({ value: `geonames ${id}`, score: null, reason: 'less likely here' })),
    }));
  for (const time of times)
    trace.note(() => ({
      record: `time@${time.start}`,
      field: 'value',
      value: `${time.type} ${time.value}`,
      by: `words:${text.slice(time.start, time.end)}${published === null ? '' : `, seen from ${published}`}`,
      score: null,
      rejected: [],
    }));
}
