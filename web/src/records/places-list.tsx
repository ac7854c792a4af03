import { slice } from '../../../src/document/span.ts';
import { nameOf, type People } from '../../../src/reading/picture/people.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Reading } from '../../../src/reading/schema.ts';
import { type AskWhy, useWhy, WhyBody, WhyButton } from './why.tsx';

interface ListProps {
  readonly reading: Reading;
  readonly people: People;
  readonly askWhy: AskWhy;
}

interface LineProps {
  readonly id: string;
  readonly words: string;
  readonly told: string;
  readonly askWhy: AskWhy;
}

function Line({ id, words, told, askWhy }: LineProps) {
  const why = useWhy(id, askWhy);
  return (
    <li>
      <span class="fact">
        <q>{words}</q> <span aria-hidden="true">→</span> {told}
      </span>{' '}
      <WhyButton record={id} why={why} />
      <WhyBody why={why} />
    </li>
  );
}

const types: Readonly<Record<string, string>> = {
  PER: 'people',
  ORG: 'organisations',
  LOC: 'places',
  NORP: 'nations, parties, faiths',
  DATE: 'dates',
  FACILITY: 'buildings',
  MISC: 'other names',
  MONEY: 'money',
  PRODUCT: 'products',
};

/** Who bears a name: the actor that has it among its mentions. */
function bearer({ actors }: Reading, people: People, start: number, end: number): string {
  const actor = actors.find(({ mentions }) => mentions.some((one) => one.start < end && start < one.end));
  return actor === undefined ? '' : nameOf(people, actor.id);
}

const degrees = (lat: number, lon: number): string =>
  `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`;

/** The places, times and names of a text, each with what it is taken for. */
export function PlacesList({ reading, people, askWhy }: ListProps) {
  const { text } = reading.document;
  const named = new Map<string, Map<string, string>>();
  for (const { start, end, type } of reading.names) {
    const words = oneLine(text.slice(start, end));
    const of = named.get(type) ?? new Map<string, string>();
    if (!of.has(words)) of.set(words, bearer(reading, people, start, end));
    named.set(type, of);
  }
  return (
    <div class="facts">
      <section aria-labelledby="facts-places">
        <h3 id="facts-places">Places</h3>
        {reading.places.length === 0 && <p class="empty">None was found.</p>}
        <ul>
          {reading.places.map((place) => (
            <Line
              key={place.id}
              id={place.id}
              words={oneLine(slice(text, place))}
              told={[
                oneLine(place.name),
                place.country,
                place.lat === null || place.lon === null
                  ? `not placed${place.unknown === null ? '' : `: ${place.unknown}`}`
                  : degrees(place.lat, place.lon),
              ]
                .filter((part) => part !== null)
                .join(', ')}
              askWhy={askWhy}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="facts-times">
        <h3 id="facts-times">Times</h3>
        {reading.times.length === 0 && <p class="empty">None was found.</p>}
        <ul>
          {reading.times.map((time) => (
            <Line
              key={time.id}
              id={time.id}
              words={oneLine(slice(text, time))}
              told={`${oneLine(time.value)} (${time.type.toLowerCase()})`}
              askWhy={askWhy}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="facts-names">
        <h3 id="facts-names">Names</h3>
        <p class="note">As the network’s name head marks them; whose they are is told after them.</p>
        <dl>
          {[...named].map(([type, words]) => (
            <div key={type}>
              <dt>{types[type] ?? type.toLowerCase()}</dt>
              <dd>{[...words].map(([name, who]) => (who === '' || who === name ? name : `${name} (${who})`)).join(', ')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
