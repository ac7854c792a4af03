import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceSeen } from '../../../src/archive/looks/places.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { isConflict } from '../network/graph.ts';
import { Trouble } from '../parts/trouble.tsx';
import type { World } from './world.ts';

interface PictureProps {
  readonly places: readonly PlaceSeen[];
  readonly pointed: number | null;
  point(place: number | null): void;
  choose(place: number): void;
}

const radius = ({ events }: PlaceSeen, width: number): number => (width < 500 ? 0.65 : 1) * (4 + 2.4 * Math.sqrt(events));

/** The places on the map, as large as their events are many. The list beside it says the same, and is what the keyboard walks. */
export function Picture({ places, pointed, point, choose }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<readonly [number, number]>([0, 0]);
  // On a small screen the whole world leaves each place no room.
  const [near, setNear] = useState(innerWidth < 600);
  const [drawn, setDrawn] = useState<World | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) setSize([width, Math.round(width * (width < 500 ? 0.72 : 0.54))]);
    });
    if (frame.current !== null) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  const [width, height] = size;
  useEffect(() => {
    if (width === 0) return;
    let gone = false;
    import('./world.ts')
      .then(({ world }) => world(places, width, height, near))
      .then((made) => {
        if (!gone) setDrawn(made);
      }, setError);
    return () => {
      gone = true;
    };
  }, [places, width, height, near]);
  // The largest first, so that none hides another; names on the first few that stand free.
  const order = places.map((_, at) => at).sort((a, b) => (places[b]?.events ?? 0) - (places[a]?.events ?? 0));
  const named: number[] = [];
  for (const at of order) {
    const [x = 0, y = 0] = drawn?.points[at] ?? [];
    const free = named.every((other) => {
      const [otherX = 0, otherY = 0] = drawn?.points[other] ?? [];
      return Math.abs(x - otherX) > 90 || Math.abs(y - otherY) > 18;
    });
    if (free && named.length < (width < 500 ? 4 : 12)) named.push(at);
  }
  return (
    <div class="map-picture">
      <div class="map-frame" ref={frame}>
        {drawn !== null && (
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={`${places.length} places of events on a map of the world; the list names each.`}
          >
            <path class="map-lines" d={drawn.lines} />
            <path class="map-land" d={drawn.land} />
            <path class="map-borders" d={drawn.borders} />
            {order.map((at) => {
              const place = places[at];
              const [x = -99, y = -99] = drawn.points[at] ?? [];
              return place === undefined ? null : (
                // biome-ignore lint/a11y/noStaticElementInteractions: the pointer’s shorter way; the keyboard has the list.
                <circle
                  key={at}
                  class={`map-place ${isConflict(place) ? 'conflict' : 'cooperation'}${pointed === at ? ' pointed' : ''}`}
                  cx={x}
                  cy={y}
                  r={radius(place, width)}
                  onMouseEnter={() => point(at)}
                  onMouseLeave={() => point(null)}
                  onClick={() => choose(at)}
                />
              );
            })}
            {(pointed === null ? named : [pointed]).map((at) => {
              const [x = -99, y = -99] = drawn.points[at] ?? [];
              const place = places[at];
              const left = x > width * 0.8;
              return place === undefined ? null : (
                <text
                  key={at}
                  class="map-name"
                  x={x + (left ? -1 : 1) * (radius(place, width) + 4)}
                  y={y + 4}
                  text-anchor={left ? 'end' : 'start'}
                >
                  {oneLine(place.name)}
                </text>
              );
            })}
          </svg>
        )}
      </div>
      <div class="map-foot">
        <p class="network-legend">
          <span class="dot cooperation">mostly cooperation</span> <span class="dot conflict">mostly conflict</span>
        </p>
        <button type="button" aria-pressed={near} onClick={() => setNear(!near)} disabled={places.length < 2}>
          Nearer
        </button>
      </div>
      <Trouble error={error} />
    </div>
  );
}
