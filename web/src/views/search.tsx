import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item } from '../../../src/archive/query.ts';
import { search } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import type { Route } from '../route.ts';
import { Chosen, Facets } from '../search/facets.tsx';
import { askedOf, queryOf } from '../search/fields.ts';
import { Hit } from '../search/hit.tsx';
import { SearchForm } from '../search/search-form.tsx';

/** Pages after the first. */
interface More {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export function SearchView({ route }: { readonly route: Route }) {
  const asked = askedOf(route.params);
  const key = queryOf(asked).toString();
  const { answer, error, waiting } = useAnswer(key, async (signal) => ({
    ...(await search(queryOf(asked), signal)),
    words: asked.words ?? '',
  }));
  const [more, setMore] = useState<More | null>(null);
  const [moreError, setMoreError] = useState<unknown>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    setMore(null);
    setMoreError(null);
    if (answer === null) return;
    announce(
      answer.items.length === 0
        ? 'Nothing was found.'
        : `${answer.items.length}${answer.next === null ? '' : ' or more'} records were found.`,
    );
  }, [answer]);

  // Beside the results there is room for the facets; above them, on a small screen, they would push the results away.
  const roomy = matchMedia('(min-width: 52rem)').matches;
  const items = [...(answer?.items ?? []), ...(more?.items ?? [])];
  const next = more === null ? (answer?.next ?? null) : more.next;
  const goOn = async () => {
    if (next === null) return;
    try {
      const page = await search(queryOf(asked, next));
      const shown = items.length;
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
      setMoreError(null);
      announce(`${page.items.length} more; ${shown + page.items.length} are shown.`);
      // The button may be gone: one goes on with the first of the new ones.
      requestAnimationFrame(() => list.current?.children[shown]?.querySelector('a')?.focus());
    } catch (refused) {
      setMoreError(refused);
    }
  };

  return (
    <>
      <h1>Search the archive</h1>
      <SearchForm asked={asked} />
      <Chosen asked={asked} facets={answer?.facets ?? null} />
      <Trouble error={error} />
      <div class="search-body" aria-busy={waiting}>
        {answer?.facets != null && <Facets facets={answer.facets} asked={asked} open={roomy} />}
        <section class="hits" aria-label="Results">
          {answer !== null && items.length === 0 && (
            <p class="empty">
              Nothing in this archive matches. Take a filter away, or ingest articles with <code>readout ingest</code>.
            </p>
          )}
          <ol ref={list}>
            {items.map((item) => (
              <Hit key={item.id} item={item} query={answer?.words ?? ''} />
            ))}
          </ol>
          <Trouble error={moreError} />
          {next !== null && (
            <button type="button" onClick={goOn}>
              Show more
            </button>
          )}
        </section>
      </div>
    </>
  );
}
