import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import address from 'world-atlas/countries-110m.json?url';
import type { PlaceSeen } from '../../../src/archive/looks/places.ts';

type Topology = Parameters<typeof feature>[0];

/** The map as paths, and where each place lies on it. */
export interface World {
  readonly land: string;
  readonly borders: string;
  readonly lines: string;
  readonly points: readonly (readonly [number, number])[];
}

let topology: Promise<Topology> | null = null;

/** Natural Earth's countries, bundled; asked for once, from our own server. */
function countries(): Promise<Topology> {
  topology ??= fetch(address, { credentials: 'same-origin' }).then(async (answer) => {
    if (!answer.ok) throw new Error(`The map answered ${answer.status}.`);
    return (await answer.json()) as Topology;
  });
  topology.catch(() => (topology = null));
  return topology;
}

/** @param near only as much of the world as the places take, with a margin */
export async function world(places: readonly PlaceSeen[], width: number, height: number, near: boolean): Promise<World> {
  const atlas = await countries();
  const objects = atlas.objects as Record<string, Parameters<typeof feature>[1]>;
  const shapes = objects['countries'];
  const land = objects['land'];
  if (shapes === undefined || land === undefined) throw new Error('The map has no countries.');
  const points = { type: 'MultiPoint' as const, coordinates: places.map(({ lon, lat }): [number, number] => [lon, lat]) };
  const margin = near ? Math.min(width, height) * 0.12 : 4;
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  const projection = geoEqualEarth();
  if (near && places.length > 1) projection.fitExtent(extent, points);
  else projection.fitExtent(extent, { type: 'Sphere' });
  // One town alone would fill the picture with itself.
  if (projection.scale() > 2000) projection.scale(2000);
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  return {
    land: path(feature(atlas, land)) ?? '',
    borders: path(mesh(atlas, shapes as Parameters<typeof mesh>[1], (a, b) => a !== b)) ?? '',
    lines: path(geoGraticule10()) ?? '',
    points: places.map(({ lon, lat }) => projection([lon, lat]) ?? [-99, -99]),
  };
}
