import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { SearchPage } from '../api/forms.ts';
import { href } from '../route.ts';
import { type Asked, fieldNames, type SearchField, searchFields } from './fields.ts';

interface FacetsProps {
  readonly facets: NonNullable<SearchPage['facets']>;
  readonly asked: Asked;
}

/** What is asked already, each to be taken away again. */
export function Chosen({ asked }: { readonly asked: Asked }) {
  const chosen = searchFields.filter((field) => field !== 'words' && asked[field] !== undefined);
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label="Filters">
      {chosen.map((field) => (
        <li key={field}>
          <a href={href('search', null, { ...asked, [field]: null })}>
            {fieldNames[field]}: {oneLine(asked[field] ?? '')} <span aria-hidden="true">×</span>
            <span class="hidden">(take away)</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Values to narrow the search by, each with how many records it would leave. */
export function Facets({ facets, asked }: FacetsProps) {
  const fields = Object.keys(facets).filter(
    (field): field is SearchField => (searchFields as readonly string[]).includes(field) && (facets[field]?.length ?? 0) > 0,
  );
  if (fields.length === 0) return null;
  return (
    <nav class="facets" aria-label="Narrow the search">
      {fields.map((field) => (
        <details key={field} open>
          <summary>{fieldNames[field]}</summary>
          <ul>
            {facets[field]?.slice(0, 12).map(({ value, count }) => {
              const on = asked[field] === value;
              return (
                <li key={value}>
                  <a
                    href={href('search', null, { ...asked, [field]: on ? null : value })}
                    {...(on ? { 'aria-current': 'true' as const } : {})}
                  >
                    <span class="facet-value">{field === 'type' ? value.toLowerCase() : oneLine(value)}</span>
                    <span class="count">
                      <span class="hidden">, </span>
                      {count.toLocaleString('en')}
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </nav>
  );
}
