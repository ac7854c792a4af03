import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Facet, SearchPage } from '../api/forms.ts';
import { href } from '../route.ts';
import { type Asked, fieldNames, searchFields } from './fields.ts';

type Facets = NonNullable<SearchPage['facets']>;

interface FacetShown {
  readonly name: string;
  /** What a value of it asks for. */
  readonly asks: (value: string) => Asked;
  readonly label?: (facet: Facet) => string;
}

const plainLabel = ({ label, value }: Facet): string => oneLine(label === '' ? value : label);
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const countryLabel = ({ value }: Facet): string => (/^[A-Z]{2}$/.test(value) ? (countries.of(value) ?? value) : oneLine(value));

/** The facets in the order in which they are shown; one that the server counts and this list lacks is left out. */
const shown: readonly (FacetShown & { readonly facet: string })[] = [
  { facet: 'record', name: 'Record', asks: (record) => ({ record }), label: ({ value }) => `${value}s` },
  { facet: 'speaker', name: 'Speaker', asks: (speaker) => ({ speaker }) },
  { facet: 'kind', name: 'Kind of quotation', asks: (kind) => ({ kind }) },
  { facet: 'type', name: 'Type of event', asks: (type) => ({ type }), label: ({ value }) => value.toLowerCase() },
  { facet: 'actor', name: 'Who', asks: (actor) => ({ actor }) },
  { facet: 'recipient', name: 'To whom', asks: (recipient) => ({ recipient }) },
  { facet: 'hedged', name: 'Hedged', asks: (hedged) => ({ hedged }), label: ({ value }) => (value === 'true' ? 'hedged' : 'not hedged') },
  {
    facet: 'negated',
    name: 'Denied',
    asks: (negated) => ({ negated }),
    label: ({ value }) => (value === 'true' ? 'denied, or did not happen' : 'not denied'),
  },
  { facet: 'year', name: 'Year', asks: (year) => ({ since: year, until: year }) },
  { facet: 'country', name: 'Country', asks: (place) => ({ place }), label: countryLabel },
  { facet: 'outlet', name: 'Outlet', asks: (outlet) => ({ outlet }) },
];

const people: ReadonlySet<string> = new Set(['speaker', 'actor', 'recipient']);

/** A person is asked for by an id: what is shown is the name. */
function valueLabel(field: string, value: string, facets: Facets | null): string {
  if (field === 'place' && /^-?[\d.]+(,-?[\d.]+){3}$/.test(value)) return 'a place on the map';
  if (!people.has(field)) return oneLine(value);
  return oneLine(facets?.[field]?.find((facet) => facet.value === value)?.label ?? value);
}

/** What is asked already, each to be taken away again. */
export function Chosen({ asked, facets }: { readonly asked: Asked; readonly facets: Facets | null }) {
  const chosen = searchFields.filter((field) => field !== 'words' && asked[field] !== undefined);
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label="Filters">
      {chosen.map((field) => (
        <li key={field}>
          <a href={href('search', null, { ...asked, [field]: null })}>
            {fieldNames[field]}: {valueLabel(field, asked[field] ?? '', facets)} <span aria-hidden="true">×</span>
            <span class="hidden">(take away)</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Values({ facet, facets, asked }: { readonly facet: (typeof shown)[number]; readonly facets: Facets; readonly asked: Asked }) {
  const values = facets[facet.facet] ?? [];
  return (
    <ul>
      {values.slice(0, 10).map((one) => {
        const asks = facet.asks(one.value);
        const on = Object.entries(asks).every(([field, value]) => asked[field as keyof Asked] === value);
        const without = Object.fromEntries(Object.keys(asks).map((field) => [field, null]));
        return (
          <li key={one.value}>
            <a href={href('search', null, { ...asked, ...(on ? without : asks) })} {...(on ? { 'aria-current': 'true' as const } : {})}>
              <span class="facet-value">{(facet.label ?? plainLabel)(one)}</span>
              <span class="count">
                <span class="hidden">, </span>
                {one.count.toLocaleString('en')}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Values to narrow the search by, each with how many records it would leave. */
export function Facets({ facets, asked, open }: { readonly facets: Facets; readonly asked: Asked; readonly open: boolean }) {
  // A facet of one value narrows nothing, unless it is what was asked.
  const telling = shown.filter(({ facet }) => (facets[facet]?.length ?? 0) > 1 || facet in asked);
  if (telling.length === 0) return null;
  return (
    <details class="narrow" open={open}>
      <summary>Narrow the search</summary>
      <nav class="facets" aria-label="Narrow the search">
        {telling.map((facet) => (
          <section key={facet.facet}>
            <h2>{facet.name}</h2>
            <Values facet={facet} facets={facets} asked={asked} />
          </section>
        ))}
      </nav>
    </details>
  );
}
