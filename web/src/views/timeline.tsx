import { useEffect, useState } from 'preact/hooks';
import { type TimelinePage, timeline } from '../api/looks.ts';
import { useAnswer } from '../api/use-answer.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import type { Route } from '../route.ts';
import { askedOf, queryOf } from '../search/fields.ts';
import { SearchForm } from '../search/search-form.tsx';
import { Chart, Moments } from '../timeline/moments.tsx';

/** What happened, day by day, as all articles of the archive tell it. */
export function TimelineView({ route }: { readonly route: Route }) {
  const asked = askedOf(route.params);
  const query = (cursor: string | null) => {
    const params = queryOf(asked, cursor);
    params.set('limit', '100');
    return params;
  };
  const { answer, error, waiting } = useAnswer(query(null).toString(), (signal) => timeline(query(null), signal));
  const [more, setMore] = useState<Pick<TimelinePage, 'items' | 'next'> | null>(null);
  const [moreError, setMoreError] = useState<unknown>(null);
  useEffect(() => {
    setMore(null);
    if (answer !== null) announce(`${answer.all} events.`);
  }, [answer]);
  const items = [...(answer?.items ?? []), ...(more?.items ?? [])];
  const next = more === null ? (answer?.next ?? null) : more.next;
  const goOn = async () => {
    try {
      const page = await timeline(query(next));
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
      announce(`${page.items.length} more.`);
    } catch (refused) {
      setMoreError(refused);
    }
  };
  return (
    <>
      <h1>Timeline</h1>
      <SearchForm asked={asked} view="timeline" />
      <Trouble error={error} />
      <div aria-busy={waiting}>
        {answer !== null && items.length === 0 && <p class="empty">No event with a date matches.</p>}
        {items.length > 0 && (
          <>
            <p class="note">
              {items.length} of {answer?.all} events with a date; a filled mark is a deed, an open one words; diamonds are conflict.
            </p>
            <Chart moments={items} />
            <Moments moments={items} />
          </>
        )}
        <Trouble error={moreError} />
        {next !== null && (
          <button type="button" onClick={goOn}>
            Show more
          </button>
        )}
      </div>
    </>
  );
}
