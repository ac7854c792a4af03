import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceSeen } from '../../../src/archive/looks/places.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { places } from '../api/looks.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useChanges } from '../corrections/changes.ts';
import { Picture } from '../map/picture.tsx';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import { quads } from '../records/tags.tsx';
import { href, type Route } from '../route.ts';
import { askedOf, queryOf } from '../search/fields.ts';
import { SearchForm } from '../search/search-form.tsx';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const countryOf = ({ country, name }: PlaceSeen): string => {
  const said = country === null ? '' : /^[A-Z]{2}$/.test(country) ? (regions.of(country) ?? country) : country;
  return said === name ? '' : said;
};

/** A box so small that nothing else is in it. */
const boxOf = ({ lat, lon }: PlaceSeen): string =>
  [lat - 0.001, lon - 0.001, lat + 0.001, lon + 0.001].map((degrees) => degrees.toFixed(4)).join(',');

/** Where it happened, over all articles: on a map, and in a list. */
export function MapView({ route }: { readonly route: Route }) {
  const asked = askedOf(route.params);
  const params = queryOf(asked);
  params.set('limit', '500');
  const { count } = useChanges();
  const { answer, error } = useAnswer(`${params} ${count}`, (signal) => places(params, signal));
  const [pointed, setPointed] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (answer !== null) announce(`${answer.all} places.`);
  }, [answer]);
  const items = answer?.items ?? [];
  return (
    <>
      <h1>Map</h1>
      <SearchForm asked={asked} view="map" />
      <Trouble error={error} />
      {answer !== null && (
        <div class="map">
          <Picture
            places={items}
            pointed={pointed}
            point={setPointed}
            choose={(at) => list.current?.children[at]?.querySelector('a')?.focus()}
          />
          <section class="map-list" aria-label="The places in words">
            <p class="note">
              {answer.all} {answer.all === 1 ? 'place' : 'places'}
              {answer.all > items.length && `; the ${items.length} with the most events are shown`}. {answer.nowhere} events have no place
              that is known.
            </p>
            <ol ref={list}>
              {items.map((place, at) => (
                <li key={`${place.lat} ${place.lon}`} class={pointed === at ? 'pointed' : ''}>
                  <a
                    href={href('search', null, { ...asked, record: 'event', place: boxOf(place) })}
                    onFocus={() => setPointed(at)}
                    onBlur={() => setPointed(null)}
                    onMouseEnter={() => setPointed(at)}
                    onMouseLeave={() => setPointed(null)}
                  >
                    <strong>{oneLine(place.name)}</strong>
                    {countryOf(place) !== '' && <span class="position"> {countryOf(place)}</span>}
                  </a>
                  <span class="edge-quads">
                    {place.quads.map((number, quad) => {
                      const told = quads[quad];
                      return number === 0 || told === undefined ? null : (
                        <span key={told.name} class={`quad${quad + 1}`} title={told.name}>
                          <span class="sign" aria-hidden="true">
                            {told.sign}
                          </span>{' '}
                          {number}
                          <span class="hidden"> {told.name}</span>
                        </span>
                      );
                    })}
                  </span>
                  <span class="count">
                    {place.events} {place.events === 1 ? 'event' : 'events'}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </>
  );
}
