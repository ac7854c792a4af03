import { axisX, dot, gridX, plot } from '@observablehq/plot';
import type { Moment } from '../../../src/archive/looks/timeline.ts';
import { eventTypeNames } from '../records/type-names.ts';

/** The middle of a day, month or year, so that what is told to the month stands within it. */
function middle(date: string): Date {
  const [year = '1970', month, day] = date.slice(0, 10).split('-');
  return new Date(`${year}-${month ?? '07'}-${day ?? (month === undefined ? '02' : '15')}T12:00:00Z`);
}

const quadOf = ({ lead: { record } }: Moment): number => ('quad' in record ? record.quad : 1);
const colour = (moment: Moment): string => (quadOf(moment) <= 2 ? 'var(--cooperation)' : 'var(--conflict)');

/**
 * Where the picture begins. One event of 1867 among a hundred of last year would press them into a line: where the first tenth takes more than
 * three quarters of the time, it is left to the list.
 */
function beginning(moments: readonly Moment[]): number {
  const times = moments.map(({ date }) => middle(date).getTime()).sort((a, b) => a - b);
  const [first = 0, tenth = 0, last = 0] = [times[0], times[Math.floor(times.length / 10)], times.at(-1)];
  return tenth < last && tenth - first > 3 * (last - tenth) ? tenth : first;
}

/** A picture, and how many moments are too early for it. */
export interface Drawn {
  readonly picture: Element;
  readonly earlier: number;
}

/** Moments over time, a line for each type; as large as the articles that tell them, round for cooperation and angular for conflict. */
export function chart(all: readonly Moment[], width: number): Drawn {
  const from = beginning(all);
  const moments = all.filter(({ date }) => middle(date).getTime() >= from);
  const types = eventTypeNames.filter((type) => moments.some((moment) => moment.type === type));
  const drawn = plot({
    width,
    height: types.length * 26 + 50,
    marginLeft: 88,
    marginRight: 16,
    x: { type: 'utc', label: null, nice: true },
    y: { domain: types, label: null, tickFormat: (type: string) => type.toLowerCase(), tickSize: 0 },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      gridX({ stroke: 'var(--edge)' }),
      axisX({ ticks: Math.max(2, Math.floor(width / 130)) }),
      dot(moments, {
        x: ({ date }: Moment) => middle(date),
        y: 'type',
        r: ({ documents }: Moment) => 3 + 2 * Math.sqrt(documents),
        symbol: (moment: Moment) => (quadOf(moment) <= 2 ? 'circle' : 'diamond2'),
        stroke: colour,
        fill: (moment: Moment) => (quadOf(moment) % 2 === 0 ? colour(moment) : 'var(--sheet)'),
      }),
    ],
  });
  // Plot's own style sheet is refused by the page's policy; style/timeline.css has what is needed of it.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  // The picture is named as a whole; its parts have no role that could bear a name.
  for (const part of drawn.querySelectorAll('[aria-label], [aria-description]'))
    for (const name of ['aria-label', 'aria-description']) part.removeAttribute(name);
  return { picture: drawn, earlier: all.length - moments.length };
}
